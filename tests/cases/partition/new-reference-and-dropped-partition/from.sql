create table t (id bigint) partition by range (id);
create table p partition of t for values from (1) to (10);
create table q partition of t for values from (10) to (20);
create table other (id bigint);
