create type e as enum ('a');
create table t (x e default 'a');
