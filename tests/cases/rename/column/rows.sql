insert into users (name) values ('ann'), ('bob');
