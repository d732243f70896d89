create table t (id integer) partition by range (id);
create table p partition of t for values from (1) to (4);
