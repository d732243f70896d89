create table users (id bigint generated always as identity primary key, full_name text not null, age integer default 0);
create index users_name_idx on users (lower(full_name)) where full_name <> '';
alter table users add constraint named check (full_name <> 'root');
create view names as select id, full_name as name from users;
