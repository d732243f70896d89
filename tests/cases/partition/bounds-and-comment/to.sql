create schema s20;
create table t30 (id bigint, k text) partition by range (id);
create table part7 partition of t30 for values from (1) to (4);
create table s20.q partition of t30 default;
alter table t30 add constraint key24 primary key (id, k);
comment on table t30 is 'was 70';
