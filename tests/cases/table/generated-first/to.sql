create table t (id integer);
create table new (total integer generated always as (b + d) stored, a integer, b integer, c integer generated always as (d * 2) stored, d integer);
