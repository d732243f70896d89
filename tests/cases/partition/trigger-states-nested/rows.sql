insert into p values (1), (11), (101), (111);
