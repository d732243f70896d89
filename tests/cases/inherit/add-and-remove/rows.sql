insert into c values (1, 'c'); insert into d (id, n, x) values (2, 'd', 3);
