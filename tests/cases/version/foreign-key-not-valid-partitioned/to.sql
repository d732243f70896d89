create table r (a int primary key, b int unique);
create table p (a int, b int) partition by list (a);
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2);
alter table p add constraint becomes_valid foreign key (a) references r;
alter table p add constraint fresh foreign key (b) references r not valid;
