create table t (a integer, b text);
create view v as select a, b from t;
create domain d as v;
create table u (id integer, x d);
