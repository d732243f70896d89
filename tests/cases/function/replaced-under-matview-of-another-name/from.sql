create table t (id integer);
create function doubled(integer) returns integer language sql immutable return $1 + $1;
create materialized view one as select doubled(id) as d from t;
create view shown as select one.d from one, lateral (select 1) l;
