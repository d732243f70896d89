insert into x values (7, 'x'); insert into y values (8, 'y');
