insert into t values (1, 'x', '(y,3)'), (2, 'z', null);
refresh materialized view v;
