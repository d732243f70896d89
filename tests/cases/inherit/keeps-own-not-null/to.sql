create table parent (a integer, b integer);
create table child (a integer not null) inherits (parent);
create table grandchild () inherits (child);
