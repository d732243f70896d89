create schema a; create schema b;
create table a.t (id integer, k integer, constraint one check (id > 0), constraint two check (k > 0));
create index i on a.t (id);
create index former_i on a.t (k);
alter table a.t cluster on i;
create table a.p (id integer not null) partition by range (id);
create table a.p1 partition of a.p for values from (0) to (10);
create index on a.p (id);
