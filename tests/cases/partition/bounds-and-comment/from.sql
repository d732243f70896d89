create schema s20;
create table p (id bigint, k text) partition by range (id);
create table part7 partition of p for values from (1) to (4);
create index on p (id desc) where length(k) < 1000;
create table s20.q partition of p for values from (4) to (7);
alter table p add constraint key24 primary key (id, k);
