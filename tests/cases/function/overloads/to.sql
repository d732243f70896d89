create function f(integer) returns integer language sql stable strict security definer parallel safe cost 7 set work_mem = '1MB' as 'select 2';
create function f(integer, b text default 'x', out c integer, variadic d integer[] default '{}') language sql as 'select 3';
create function g() returns table (a integer, "B c" text) language sql rows 5 as $$ select 1, 'it''s' $$;
create procedure p(inout x integer) language plpgsql as $$ begin x := 1; end $$;
comment on function f(integer) is 'one';
