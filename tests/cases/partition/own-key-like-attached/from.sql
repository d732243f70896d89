create table t (id integer, c integer) partition by hash (id);
alter table t add constraint gone primary key (id);
alter table t add constraint stays unique (id, c);
create table p partition of t for values with (modulus 4, remainder 2);
