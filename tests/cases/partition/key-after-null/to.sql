create table t (id integer, k text) partition by range (id);
create table p partition of t default partition by hash (id);
create table p1 partition of p for values with (modulus 1, remainder 0);
alter table t add constraint key2 primary key (id);
