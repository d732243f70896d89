create type e as enum ('a', 'c');
create table t (id bigint, k e, "Kind" text) partition by list (id);
create table s (id integer, k e) partition by list (k);
