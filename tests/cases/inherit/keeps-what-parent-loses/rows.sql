INSERT INTO keeps (e, f, a) VALUES (1, 2, 3)
