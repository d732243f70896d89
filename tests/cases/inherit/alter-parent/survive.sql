select tableoid::regclass, id, name from a order by 2;
