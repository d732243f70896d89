insert into u values (1, row(row(1, 'a')::v, array[row(2, 'b')::v])::pair, row(3, 'c'), array[row(4, 'd')::v]);
insert into w values (row(5, 'e')::v, null);
