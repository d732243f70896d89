create table whole (id integer, a text) partition by range (id);
create table stays partition of whole for values from (0) to (10);
create table goes partition of whole for values from (10) to (20);
create view of_rows as select null::goes is null as nothing;
create table parent (id integer);
create table child () inherits (parent);
create table grandchild () inherits (child);
create table keeps (id integer, c grandchild);
create view on_keeps as select id from keeps;
