create table p (a integer, b text) partition by range (a);
create table q (a integer, b text) partition by range (a);
create table x partition of q for values from (5) to (10);
