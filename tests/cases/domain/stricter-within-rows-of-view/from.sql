create domain d as bigint;
create table a (x d);
create view v as select x from a;
create table t (id integer, c v);
create table u (id integer, k v[]);
