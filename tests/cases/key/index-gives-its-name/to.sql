create table t (k integer);
alter table t add constraint key1 unique (k);
create unique index key2 on t (k);
