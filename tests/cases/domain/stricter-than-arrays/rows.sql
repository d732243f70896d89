insert into t values (1, '{a}', '(a,1)', '{}', 'x'); insert into rows values ('b'); insert into checked values ('{a}');
