insert into t values (1, 2, 3), (4, null, null); insert into p values (1, null);
