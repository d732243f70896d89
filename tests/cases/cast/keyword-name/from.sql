create type color as (r integer);
create function json(color) returns json immutable language sql as $$ select to_json(($1).r) $$;
create sequence tickets;
create table t (n integer);
