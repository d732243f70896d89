insert into s1.t (k) values (1), (2);
select setval('s1.moves', 7), setval('s1.stays', 8), setval('s1.q', 9);
