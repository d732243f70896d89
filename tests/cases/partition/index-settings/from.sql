create table t (id bigint constraint k primary key, a text) partition by range (id);
create index i on t (a);
create table p partition of t for values from (1) to (10);
create table q partition of t for values from (10) to (20) partition by hash (id);
