INSERT INTO users VALUES (1, 'a', 'A', NULL, 5, NULL), (2, 'b', 'B', '1', 6, 1);
INSERT INTO orders VALUES (1, 1, 'x', 'u'), (2, 2, 'y', 'v');
