create table t (a bigint, b text);
create view v as select null::t is null as x, b from t;
create domain e as v;
create domain ee as e;
create table u (id integer, x e default null::e, y ee);
