insert into events select i, '2024-01-01 00:00:00+00'::timestamptz + i * interval '1 day', 'k' || i, i from generate_series(0, 20) i;
