create type color as (r integer);
create function json(color) returns json immutable language sql as $$ select to_json(($1).r) $$;
create sequence tickets;
create table t (n integer);
create cast (color as json) with function json(color) as assignment;
alter table t alter n set default nextval(cast('tickets' as regclass));
comment on table t is 'x';
