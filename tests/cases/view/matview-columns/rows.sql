insert into t values (1, 'b', 'c', 4), (2, repeat('b', 5000), null, 5.5);
refresh materialized view m;
refresh materialized view again;
refresh materialized view under;
