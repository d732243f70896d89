create type e as enum ('a', 'b', 'c');
create type c as (x e, y integer, z text);
create table t (id integer, v integer, w text);
