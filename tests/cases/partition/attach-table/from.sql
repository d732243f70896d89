create table p (a integer, b text) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table q (a integer, b text);
create table z (b text, a integer, constraint zk check (b <> ''));
create index qi on q (b);
