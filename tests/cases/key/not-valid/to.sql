create table a (x integer primary key);
create table b (x integer, y integer);
alter table b add constraint f foreign key (x) references a not valid;
alter table b add constraint c check (y > 0) not valid;
