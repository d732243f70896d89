create table users (id bigint generated always as identity primary key, name text not null, age integer default 0);
create table orders (id integer primary key, user_id bigint references users);
create view old_users as select id from users;
