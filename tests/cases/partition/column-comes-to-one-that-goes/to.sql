create table whole (id integer, a text, b text default 'x') partition by range (id);
create table stays partition of whole for values from (0) to (10);
create table parent (id integer, d integer default 1);
create table child () inherits (parent);
