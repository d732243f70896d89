create table t (id integer, c integer) partition by hash (id);
alter table t add constraint stays unique (id, c);
create table p partition of t for values with (modulus 4, remainder 2);
alter table p add constraint own primary key (id, c);
create table u (id integer, c integer) partition by hash (id);
create unique index u_parted on u (id, c);
create table v partition of u for values with (modulus 4, remainder 2);
alter table v add constraint v_own primary key (id, c);
create unique index v_more on v (id, c);
