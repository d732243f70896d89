create table t (a int, b int, c text, gone int);
create statistics all_kinds on a, b from t;
create statistics narrowed on a, b from t;
create statistics goes (mcv) on b, gone from t;
create statistics retyped (ndistinct) on b, c, (a + b) from t;
comment on statistics all_kinds is 'before';
create table dropped (a int, b int);
create statistics with_it on a, b from dropped;
create materialized view m as select a, b from t;
