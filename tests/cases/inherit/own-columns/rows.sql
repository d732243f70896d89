insert into c (id, n, m, x, y) values (1, 'n', 2, 'x', 3); insert into d (id, n, m) values (4, 'd', 5); insert into e (id, n, m) values (6, 'e', 7);
