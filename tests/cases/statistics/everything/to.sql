create table t (a int, b bigint, c text);
create statistics all_kinds on a, b from t;
alter statistics all_kinds set statistics 700;
create statistics narrowed (dependencies) on b, a from t;
create statistics retyped (ndistinct) on b, c, (a + b) from t;
create statistics "One ""expr""" on (lower(c)) from t;
comment on statistics all_kinds is 'after';
create materialized view m as select a, b from t;
create statistics "of m" on b, a from m;
