create table t (a integer not null, b integer not null);
create unique index i on t (a);
alter table t replica identity using index i;
create table t2 (a integer not null, b integer not null);
create unique index i2 on t2 (a);
create unique index i2b on t2 (b);
alter table t2 replica identity using index i2;
