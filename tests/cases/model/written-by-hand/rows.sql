insert into users (name) values ('ann');
