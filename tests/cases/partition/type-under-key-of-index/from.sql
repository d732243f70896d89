create table t (id bigint not null, k integer not null) partition by list (id);
create table part partition of t for values in (1, 2, 3);
alter table part add constraint part_key primary key (id, k);
create unique index i on t (id, k);
