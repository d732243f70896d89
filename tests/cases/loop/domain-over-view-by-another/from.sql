create table t (a integer, b text);
create view v as select null::t is null as x, b from t;
create domain d as v;
create domain dd as d;
create table u (id integer, x d default null::d, y dd);
