create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (a bigint, b bigint generated always as (a * 2) stored);
create trigger tr before update of a on t for each row when (new.a > 0) execute function f();
