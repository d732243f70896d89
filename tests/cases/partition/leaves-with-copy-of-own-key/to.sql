create table whole (id integer primary key, above integer) partition by range (id);
alter table whole add constraint refers foreign key (above) references whole (id);
create table part (id integer not null, above integer);
