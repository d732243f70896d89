insert into s.t values (1, 2, 'x', 3), (2, 3, 'y', 4); insert into s.u values (1, 2); refresh materialized view s.kept;
