create table other (a integer);
create table parent (a integer not null, b integer generated always as (a * 2) stored);
create table child (a integer, b integer) inherits (parent);
create table grandchild (b integer, c integer generated always as (a * 3) stored) inherits (child);
