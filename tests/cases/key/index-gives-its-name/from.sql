create table t (k integer);
alter table t add constraint key1 primary key (k), add constraint key2 unique (k);
