create table t (a integer, b integer, constraint x unique (a), constraint y check (b > 0));
create index z on t (b);
