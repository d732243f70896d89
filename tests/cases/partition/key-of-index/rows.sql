INSERT INTO t VALUES (1, '1'), (2, '1'); INSERT INTO u VALUES (1, '1'), (2, '1');
