create table p (a integer not null, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index x on p (b);
alter table p add constraint k unique (a, b);
