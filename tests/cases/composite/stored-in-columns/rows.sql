insert into t values (1, row('sad', 1), array[row('glad', 2)::inner_], row(row('sad', 3), '2020-01-01 00:00:00+00', 'x'), null), (2, null, null, null, null);
