create type e as enum ('a', 'b');
create type c as (x e, y bigint, z text);
create table t (id integer, v c, w c[]);
