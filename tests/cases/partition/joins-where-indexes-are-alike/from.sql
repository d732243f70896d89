create table p (id bigint, k bigint) partition by list (id);
create index idx9 on p (id, k);
create index idx13 on p (id, k);
create table part partition of p default;
