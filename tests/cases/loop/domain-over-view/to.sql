create table t (a bigint, b text);
create view v as select a, b from t;
create domain d as v;
create table u (id integer, x d);
