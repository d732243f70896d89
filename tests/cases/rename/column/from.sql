create table users (id bigint generated always as identity primary key, name text not null, age integer default 0);
create index users_name_idx on users (lower(name)) where name <> '';
alter table users add constraint named check (name <> 'root');
create view names as select id, name from users;
