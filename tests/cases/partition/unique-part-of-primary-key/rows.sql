INSERT INTO t SELECT n, n FROM generate_series(1, 10) n;
INSERT INTO s VALUES (1, 2);
