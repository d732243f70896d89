create type e as enum ('a', 'b');
create domain d as text;
create type c as (x e, y integer, z d);
create table t (v c, w c[]);
