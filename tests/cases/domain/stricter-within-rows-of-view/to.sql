create domain d as bigint;
create table a (x d);
create view v as select x from a;
alter domain d add constraint positive check (value > 0);
create table t (id integer);
create table u (id integer);
