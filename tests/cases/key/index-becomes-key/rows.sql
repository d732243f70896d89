insert into a select i, i, i, 'x' || i from generate_series(1, 9) i; insert into r values (1, 2), (null, 3); insert into "group" values (1, 2);
