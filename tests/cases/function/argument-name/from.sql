create function f(a integer) returns integer language sql as 'select $1';
create view v as select f(1) as x;
