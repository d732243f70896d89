insert into users (name) values ('ann'); insert into orders values (1, 1);
