create table p (a integer not null, g integer generated always as (a + 2) stored) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index i on p (g);
create view v as select g from p1;
