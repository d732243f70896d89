create table p (a integer, b text, primary key (a)) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create table q (a integer) partition by list (a);
create table q1 partition of q for values in (1);
create table f (x integer references p);
