insert into c values (1, 'n', 2);
