insert into t values (1, 'a', 1), (2, 'c', 2), (11, null, 3);
