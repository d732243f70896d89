insert into t values (1, 'x', 'y', 1, 2);
