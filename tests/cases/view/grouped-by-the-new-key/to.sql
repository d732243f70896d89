create table t (a integer not null, b text not null, primary key (a, b));
create view v as select a, b, count(*) as n from t where a > 0 group by a, b;
