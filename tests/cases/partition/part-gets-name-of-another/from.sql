create table t (id bigint, b bigint) partition by range (id);
alter table t add constraint key17 unique (id);
alter table t add constraint key34 unique (id);
create table v partition of t for values from (1) to (4);
