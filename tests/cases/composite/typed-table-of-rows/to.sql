create type e as enum ('a');
create table t (c e, n integer);
create type pair as (f t, n integer);
create table typed of pair;
create view v as select f from typed;
