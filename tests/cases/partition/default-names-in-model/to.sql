create table p (a integer primary key, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index on p (b);
create table f (a integer references p1);
