insert into t values (1, 2, 3, 'x'), (4, 5, 6, 'y'), (7, 8, 9, null);
