create type e as enum ('a', 'b', 'c');
create table t (id integer primary key, x e default 'a', y e[] default '{a}', constraint c check (x <> 'c'));
create index t_x on t (x) where x = 'a';
create view v as select x from t where x = 'a';
create function f(e) returns integer language sql immutable as 'select 1';
