create table p (a integer, b integer, c text) partition by range (a);
create table p1 partition of p for values from (0) to (10) partition by list (b);
create table p11 partition of p1 for values in (1);
create table p12 partition of p1 for values in (2);
create index i on p (c);
