create table p (a integer, b text) partition by range (a);
create table q (a integer, b text) partition by range (a);
create table x partition of p for values from (0) to (10);
