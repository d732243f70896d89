insert into t values (1, 'x'), (2, 'y');
insert into s values (1, 'a'), (2, 'c'), (3, null);
insert into p values (1, 1), (2, 2), (11, 11);
