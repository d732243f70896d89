insert into gone.t values (1, 'x');
