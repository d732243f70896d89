insert into t (id, a, plain_before) select i, i, i from generate_series(1, 5) i;
