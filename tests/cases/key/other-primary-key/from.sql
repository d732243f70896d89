create table t (a integer constraint k1 primary key, b integer not null);
create table p (a integer, b integer not null, primary key (a)) partition by range (a);
create table p1 partition of p for values from (1) to (10) partition by hash (a);
