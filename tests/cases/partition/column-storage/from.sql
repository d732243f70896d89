create table t (id integer, r varchar not null) partition by range (id);
create table p partition of t for values from (1) to (4);
alter table t alter r set storage main;
alter table p alter r set compression pglz;
