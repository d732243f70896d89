insert into t values (1, 1, 1, 1, 1, 1, default, 1); insert into late values (1, 1); insert into p values (1, 1), (2, 2), (4, 4);
