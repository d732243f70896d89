create table t (id integer primary key, a text);
create materialized view v as select t.a, count(*) as n from t where t.id is not null group by t.a;
alter table t add column c v default null::v;
