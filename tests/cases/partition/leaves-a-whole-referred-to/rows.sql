insert into p values (1, 1), (2, 1), (3, null);
insert into x values (2), (3);
