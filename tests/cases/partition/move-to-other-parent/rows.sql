insert into p values (7, 'x');
