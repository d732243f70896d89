insert into t values (1, 'one');
insert into u values (1, '(t,"a b")', '(f,)'), (2, null, null);
