create table p (a integer not null, b integer) partition by list (a);
create table c partition of p (b not null) for values in (1);
create unique index i on c (a, b);
alter table c replica identity using index i;
create table q (a integer not null, b integer);
create table r (a integer, b integer not null) inherits (q);
create unique index ri on r (a, b);
alter table r replica identity using index ri;
