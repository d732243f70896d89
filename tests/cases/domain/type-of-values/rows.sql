insert into t values (1, 1, 1), (2, 2.5, 2.5), (3, null, null);
