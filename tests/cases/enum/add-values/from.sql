create type e as enum ('b', 'd');
create table t (x e);
