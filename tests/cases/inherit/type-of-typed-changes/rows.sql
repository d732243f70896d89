insert into t values (1, 'x'); insert into u values (2, 'y'); insert into w values (3, 'z');
