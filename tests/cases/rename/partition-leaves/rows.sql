insert into p select i, i, 'c' || i from generate_series(1, 8) i;
