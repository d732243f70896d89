create table t (id bigint not null, k bigint) partition by range (id);
create index i19 on t (id, k nulls first);
create index i30 on t (id, k);
create table p partition of t for values from (1) to (3);
