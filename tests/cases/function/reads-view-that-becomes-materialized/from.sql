create table t (a integer);
create view v as select a from t;
create function f() returns integer language sql security definer stable begin atomic select null::integer from v; end;
