create table whole (id integer, k integer) partition by list (id);
create table goes partition of whole for values in (1);
create table leaves partition of whole for values in (2);
create table joins (id integer, k integer);
create table parent (id integer);
create table child () inherits (parent);
