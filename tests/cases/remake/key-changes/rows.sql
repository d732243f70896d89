INSERT INTO t VALUES (1, 'a', '2001-01-01'), (2, 'x', '2002-01-01'), (4, 'b', '2021-01-01');
INSERT INTO refers VALUES (1, 'a', '2001-01-01');
