create domain d2 as smallint default 0;
create domain e2 as varchar;
create table t (id integer, k bigint not null) partition by hash (id);
create table t1 partition of t for values with (modulus 2, remainder 0);
create table t2 partition of t for values with (modulus 2, remainder 1);
alter table t add column c d2 not null, add column x e2;
