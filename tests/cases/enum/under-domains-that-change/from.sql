create type e as enum ('a', 'b');
create domain d1 as e;
create type c1 as (x e);
create table t (x d1 default null::d1, y e[], z c1);
create function f(e) returns e language sql as 'select $1';
create view v as select x, 'a'::e as y from t;
