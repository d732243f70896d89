select * from old.t order by 1;
