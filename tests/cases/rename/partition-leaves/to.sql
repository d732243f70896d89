create table p (id integer not null, k integer, c29 text, constraint ck2 check (k > 0)) partition by range (id);
create table p1 (id integer not null, k integer, c29 text, constraint ck2 check (k > 0));
create table p2 partition of p for values from (3) to (5);
create table p3 (id integer not null, k integer, c text, constraint ck check (k > 0));
create table p4 (id integer not null, k2 integer, c text, constraint ck check (k2 > 0));
create table q (id integer primary key) partition by range (id);
create table q1 (id integer primary key);
create table t (k integer, constraint t_k_fkey1 foreign key (k) references q);
