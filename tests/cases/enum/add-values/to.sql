create type e as enum ('a', 'aa', 'b', 'c', 'd', 'e');
create table t (x e);
