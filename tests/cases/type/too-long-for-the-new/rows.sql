insert into t values (1, '(a,b)', '{"(a,b)"}', 'abcd', '{abc,d}', 'a', '{a}', '101', '(abc,1,2)');
