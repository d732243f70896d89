create table t (id bigint primary key, k bigint) partition by range (id);
alter table t add foreign key (k) references t (id) on update set null;
alter table t add foreign key (k) references t (id);
alter table t add foreign key (k) references t (id) on delete cascade;
create table part partition of t for values from (1) to (4);
create table part2 partition of t for values from (4) to (8);
