create type mood as enum ('sad', 'fine');
create table t (id integer, m mood default 'fine');
