create table t (a integer, b integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one before insert or update of a, b on t for each row when (new.a is distinct from 3) execute function f('x', 'it''s');
alter table t disable trigger one;
create constraint trigger two after delete on t deferrable initially deferred for each row execute function f();
create trigger three after update on t referencing old table as o new table as n for each statement execute function f();
alter table t enable always trigger three;
comment on trigger two on t is 'two';
