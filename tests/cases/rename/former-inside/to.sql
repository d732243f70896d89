create schema a; create schema b;
create table b.u (id integer, k integer, constraint two check (id > 0), constraint three check (k > 0));
create index former_i on b.u (id);
create index i on b.u (k, id);
alter table b.u cluster on former_i;
create table a.p (id integer not null) partition by range (id);
create table b.p1 partition of a.p for values from (0) to (10);
create index p1_id_idx on b.p1 (id) where id > 0;
create index on a.p (id);
