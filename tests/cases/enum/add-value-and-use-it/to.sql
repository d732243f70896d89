create type e as enum ('a', 'b');
create table t (x e default 'b', constraint c check (x <> 'a'::e or x is null));
