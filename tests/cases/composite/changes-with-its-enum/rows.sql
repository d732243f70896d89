insert into t values (row('a', 1, 'z'), array[row('b', 2, 'y')::c]);
