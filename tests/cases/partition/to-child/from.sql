create table p (a integer, b text);
create table x () inherits (p);
create table q (a integer, b text) partition by range (a);
create table y partition of q for values from (0) to (10);
