insert into p values (11, 'x'); insert into f values (11);
