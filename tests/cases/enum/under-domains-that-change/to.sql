create type e as enum ('b', 'a', 'c');
create domain d2 as e;
create type c2 as (x e);
create table t (x d2 default null::d2, y d2[], z c2);
create function f(d2) returns e language sql as 'select $1::e';
create view v as select x, 'b'::e as y from t;
