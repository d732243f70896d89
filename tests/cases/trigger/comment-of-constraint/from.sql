create table t (a integer, b integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create constraint trigger c after insert on t for each row execute function f();
comment on constraint c on t is 'kept by nobody';
create view v as select a from t;
comment on type v is 'nor this';
