create table p (a integer, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index x on p (b);
create index y on p (a);
