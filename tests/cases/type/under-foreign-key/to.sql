create table a (id bigint primary key);
create table b (a_id bigint references a);
