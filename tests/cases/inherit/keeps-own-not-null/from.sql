create table parent (a integer not null, b integer not null);
create table child (a integer not null) inherits (parent);
create table grandchild () inherits (child);
