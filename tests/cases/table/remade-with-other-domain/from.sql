create domain d as smallint default 0;
create domain e as text;
create table t (id bigint, k bigint not null) partition by hash (id);
create table t1 partition of t for values with (modulus 2, remainder 0);
create table t2 partition of t for values with (modulus 2, remainder 1);
alter table t add column c d not null, add column x e;
