create table a (id integer primary key, x text);
create table t (a integer, b text, constraint c check (a > 0));
create index i on t (a);
create type e as enum ('x', 'y');
create sequence s;
create view v as select 1 as one;
create function f(integer) returns integer language sql as 'select $1';
