SELECT count(*), sum(a) FROM t;
SELECT * FROM s;
