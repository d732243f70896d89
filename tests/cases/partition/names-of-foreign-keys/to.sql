create table p (id integer primary key) partition by list (id);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
create table t (k integer, constraint t_k_fkey foreign key (k) references p on delete cascade);
alter table t add constraint a foreign key (k) references p;
