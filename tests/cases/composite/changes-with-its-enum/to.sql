create type e as enum ('a', 'b', 'c');
create domain d as text default 'x' check (value <> '');
create type c as (x e, y bigint, z d);
create table t (v c, w c[]);
