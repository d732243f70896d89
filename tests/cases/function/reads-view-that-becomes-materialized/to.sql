create table t (a integer);
create materialized view v as select a from t;
create function f() returns integer language sql strict cost 7 begin atomic select null::integer from v; end;
