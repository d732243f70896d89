create table people (id bigint generated always as identity (sequence name users_id_seq) primary key, name text not null, age integer default 0);
alter table people rename constraint people_pkey to users_pkey;
create table orders (id integer primary key, user_id bigint, constraint orders_user_id_fkey foreign key (user_id) references people);
create view old_users as select id from people;
