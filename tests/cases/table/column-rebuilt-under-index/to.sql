create table t (a integer, g integer generated always as (a + 2) stored);
create index on t (g);
create view v as select g from t;
