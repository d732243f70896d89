select id, k from p1 order by id; select k from x order by k;
