create type e as enum ('a', 'c');
create table t (id integer not null, e e, n bigint) partition by range (id);
create table a partition of t for values from (1) to (9) partition by range (id);
create table b partition of a for values from (1) to (5);
create table z partition of t for values from (10) to (20) partition by range (id);
create table c partition of z for values from (10) to (15) partition by range (id);
create table y partition of c for values from (10) to (15);
alter table b alter n set storage plain, alter e set default 'a';
