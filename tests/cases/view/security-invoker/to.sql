create table t (a int);
create view gets with (security_invoker = true) as select a from t;
create view loses with (security_barrier = true) as select a from t;
create view changes with (security_invoker = true) as select a, a as b from t;
create view fresh with (security_invoker = true) as select a from t;
