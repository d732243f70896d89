insert into t values (1, 2, 'x', 3), (2, null, 'Y', 7);
