create table t (id integer, c numeric default 1) partition by range (id);
create table t1 partition of t for values from (1) to (4);
create table u (id integer, c text, d integer) partition by list (id);
create view other as select d from u where c is not null;
