create table p (a integer, parent integer references p, primary key (a)) partition by range (a);
alter table p drop constraint p_parent_fkey;
alter table p add foreign key (parent) references p;
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create table f (x integer references p);
