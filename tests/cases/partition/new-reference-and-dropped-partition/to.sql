create table t (id bigint primary key references t) partition by range (id);
create table q partition of t for values from (10) to (20);
create table other (id bigint references t);
