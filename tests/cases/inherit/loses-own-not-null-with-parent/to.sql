create table parent (a integer, b integer, c integer);
create table child (a integer) inherits (parent);
create table grandchild () inherits (child);
