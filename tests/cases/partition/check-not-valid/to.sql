create table t (id bigint, a integer) partition by range (id);
alter table t add constraint t_a check (a > 0) not valid;
create table p partition of t for values from (0) to (10);
create table base (id bigint);
alter table base add constraint base_id check (id > 0) not valid;
create table heir () inherits (base);
alter table t add b text;
create table p2 partition of t for values from (10) to (20);
