INSERT INTO t SELECT 1 + i % 2, i FROM generate_series(1, 20) i;
