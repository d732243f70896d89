create table t (id bigint primary key, k bigint) partition by range (id);
create table part partition of t for values from (1) to (4);
create table part2 partition of t for values from (4) to (8);
