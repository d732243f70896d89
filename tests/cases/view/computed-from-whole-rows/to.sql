create table t (id integer);
create function shown(t) returns text language sql as 'select $1::text';
create materialized view v as select shown(a) as s from t a;
create materialized view w as select count(*) as n from t;
