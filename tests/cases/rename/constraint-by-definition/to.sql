create table t (a integer, b integer, constraint x1 unique (a), constraint y1 check (b > 0));
create index z1 on t (b);
