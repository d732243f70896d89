create table t (a int);
create view gets as select a from t;
create view loses with (security_barrier = true, security_invoker = true) as select a from t;
create view changes with (security_invoker = true) as select a from t;
