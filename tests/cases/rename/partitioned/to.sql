create schema two;
create table t (id2 integer, a integer, primary key (id2)) partition by hash (id2);
create table two.p0 partition of t for values with (modulus 2, remainder 0);
create table p9 partition of t for values with (modulus 2, remainder 1);
create index t_a on t (a, id2 desc);
create unique index mine on p9 (a, id2);
create unique index t_ai on t (a, id2);
create table up (x2 integer);
create table two.down (y integer) inherits (up);
