create table other (a integer);
create table parent (a integer not null, b text) partition by range (a);
create table before partition of parent for values from (0) to (10);
alter table parent add constraint b_given check (b is not null) not valid;
create table after partition of parent for values from (10) to (20);
