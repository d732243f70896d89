create table t (a integer, b text);
create materialized view v as select a, b from t;
create table u (id integer, x v);
