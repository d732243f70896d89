create table t (a integer);
create materialized view v as select a from t;
create unique index on v (a);
