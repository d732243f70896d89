create table t (a integer not null, b integer constraint k2 primary key);
create table p (a integer, b integer not null) partition by range (a);
create table p1 partition of p for values from (1) to (10) partition by hash (a);
alter table p1 add constraint own primary key (a, b);
