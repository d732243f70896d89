create table p (a integer, b integer, c varchar(50) not null, d text, primary key (a, b)) partition by range (a);
create table p1 partition of p for values from (0) to (20) partition by list (b);
create table p11 partition of p1 for values in (1);
create table p13 partition of p1 for values in (3, 2);
create index j on p (d);
alter table p11 alter d set default 'x';
