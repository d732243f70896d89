create schema one;
create table t (id integer, a integer, primary key (id)) partition by hash (id);
create table one.p0 partition of t for values with (modulus 2, remainder 0);
create table p1 partition of t for values with (modulus 2, remainder 1);
create index t_a on t (a, id desc);
create unique index mine on p1 (a, id);
create unique index t_ai on t (a, id);
create table up (x integer);
create table one.down (y integer) inherits (up);
