create table p (a integer) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on p for each row execute function f();
create trigger own before insert on p1 for each row execute function f();
create trigger s after insert on p execute function f();
