create table t (id integer);
create materialized view v as select id from t;
alter table t add column c v[] default '{}' not null;
alter table t add constraint of_rows check (null::t is null);
