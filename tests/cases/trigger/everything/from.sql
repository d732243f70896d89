create table t (a integer, b integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger one before insert on t for each row execute function f();
