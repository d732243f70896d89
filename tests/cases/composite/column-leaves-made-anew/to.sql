create materialized view v as select 2::bigint as a;
create type c as (f v);
create table t (id integer, x text not null, y c);
