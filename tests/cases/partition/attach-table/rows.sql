insert into p values (1, 'a'); insert into q values (11, 'b'); insert into z (a, b) values (21, 'c');
