create table t (a integer, b integer);
create function f() returns integer language sql begin atomic select count(*)::integer from t; end;
alter table t alter b set default f();
