create table q (id bigint, k bigint) partition by list (id);
create index idx9 on q (id, k);
create index idx13 on q (id, k);
create table part partition of q default;
