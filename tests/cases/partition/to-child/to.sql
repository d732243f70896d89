create table p (a integer, b text);
create table q (a integer, b text) partition by range (a);
create table x partition of q for values from (0) to (10);
create table y (a integer, b text);
alter table y inherit p;
