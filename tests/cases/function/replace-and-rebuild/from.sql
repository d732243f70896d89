create function f(a integer) returns integer language sql immutable as 'select 1';
create table t (a integer default f(1), b integer, check (f(b) > 0));
create view v as select f(a) as x from t;
