create table t (id integer not null) partition by range (id);
alter table t add constraint k1 unique (id);
alter table t add constraint k2 unique (id) deferrable;
alter table t add constraint k3 unique (id) with (fillfactor = 60);
create table t1 partition of t for values from (1) to (3);
