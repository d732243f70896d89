insert into a values (5, 'a'); insert into c values (6, 'c'); insert into d values (7, 'd');
