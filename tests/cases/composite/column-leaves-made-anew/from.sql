create materialized view v as select 1 as a;
create type c as (f v);
create table t (id integer, x c not null, y c);
