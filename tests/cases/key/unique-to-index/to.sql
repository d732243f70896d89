create table t (a integer);
create unique index u on t (a);
