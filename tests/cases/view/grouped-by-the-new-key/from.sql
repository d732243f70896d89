create table t (a integer, b text);
create view v as select a, b, count(*) as n from t group by a, b;
