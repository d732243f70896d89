create table t (a integer);
create view v with (security_barrier) as select a from t where a > 0 with local check option;
