create table p (a integer, b text, primary key (a)) partition by range (a);
create table p2 partition of p for values from (10) to (20);
create table p3 partition of p for values from (20) to (30);
create table q (a integer references p on delete cascade) partition by list (a);
create table q1 partition of q for values in (1);
create table q2 partition of q for values in (2);
create table f (x integer references p, y integer references p3);
