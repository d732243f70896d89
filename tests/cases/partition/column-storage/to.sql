create table t (id integer, r char(5) not null) partition by range (id);
create table p partition of t for values from (1) to (4);
alter table t alter r set storage main;
alter table p alter r set compression pglz;
alter table t add c text;
alter table t alter c set storage main;
alter table t alter c set compression pglz;
alter table t add d text;
alter table p alter d set storage external;
