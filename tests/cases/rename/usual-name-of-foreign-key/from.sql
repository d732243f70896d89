create table q (id integer primary key) partition by range (id);
create table q1 partition of q for values from (1) to (3);
create table t (k integer, constraint t_k_fkey foreign key (k) references q);
