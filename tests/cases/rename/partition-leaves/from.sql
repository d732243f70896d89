create table p (id integer not null, k integer, c text, constraint ck check (k > 0)) partition by range (id);
create table p1 partition of p for values from (1) to (3);
create table p2 partition of p for values from (3) to (5);
create table p3 partition of p for values from (5) to (7);
create table p4 partition of p for values from (7) to (9);
create table q (id integer primary key) partition by range (id);
create table q1 partition of q for values from (1) to (3);
create table t (k integer, constraint t_k_fkey3 foreign key (k) references q);
