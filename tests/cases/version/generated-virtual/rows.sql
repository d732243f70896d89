insert into t (id, a) values (1, 5), (2, 6);
insert into checked values (1);
