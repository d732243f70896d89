create table t (id integer, gone integer);
create function shown(t) returns text language sql as 'select $1::text';
