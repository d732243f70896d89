create table t (a integer, g integer generated always as (a + 1) stored);
create index on t (g);
create view v as select g from t;
