create table whole (id integer primary key, above integer) partition by range (id);
alter table whole add constraint refers foreign key (above) references whole (id);
create table part partition of whole for values from (0) to (10);
