create table t (id integer);
create function doubled(integer) returns integer language sql immutable as 'select $1 * 2';
create materialized view other as select doubled(id) as d from t;
create view shown as select other.d from other, lateral (select 1) l;
