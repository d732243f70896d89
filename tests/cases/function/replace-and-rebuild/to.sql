create function f(a integer) returns bigint language sql immutable as 'select 2::bigint';
create table t (a integer default f(1), b integer, check (f(b) > 0));
create view v as select f(a) as x from t;
