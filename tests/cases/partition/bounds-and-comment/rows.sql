insert into p values (1, 'a'), (5, 'b');
