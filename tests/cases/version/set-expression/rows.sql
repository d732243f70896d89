insert into t (id, a) values (1, 5), (2, 6); insert into child values (3); insert into p values (4);
