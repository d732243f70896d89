insert into t values (1, '5');
insert into t (id) values (2);
