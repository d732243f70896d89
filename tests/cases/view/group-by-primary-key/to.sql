create table t (a integer primary key, b text);
create view v as select a, b from t group by a;
