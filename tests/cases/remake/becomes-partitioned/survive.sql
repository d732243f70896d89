SELECT id, at, n, v, o, m::text, amount::text, twice::text FROM t;
SELECT * FROM refers;
SELECT * FROM tm;
SELECT nextval('t_n_seq') > 2;
