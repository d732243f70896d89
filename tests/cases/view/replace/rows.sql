insert into t values (1, 'x', 'c', 2), (3, 'y', 'd', 4);
