create type e as enum ('a', 'b', 'c');
create table t (id integer, k e, "Kind" text) partition by list (id);
create table s (id integer, k e) partition by list (k);
