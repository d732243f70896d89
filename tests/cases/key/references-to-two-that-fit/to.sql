create table t (id integer not null);
create table a (id integer);
create table b (id integer);
create table p (id integer not null) partition by range (id);
