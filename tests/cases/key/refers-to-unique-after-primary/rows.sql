insert into c values (1, 10), (2, 20);
insert into a values (1), (2);
