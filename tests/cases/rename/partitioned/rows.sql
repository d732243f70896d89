insert into t values (1, 2), (2, 3), (3, 4); insert into one.down values (1, 2);
