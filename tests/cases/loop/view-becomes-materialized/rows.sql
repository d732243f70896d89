insert into t values (1, 'one');
insert into u values (1, '(7,"a b")'), (2, null);
