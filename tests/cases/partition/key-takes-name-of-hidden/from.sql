create table t (id integer primary key, up integer) partition by range (id);
create table part partition of t for values from (1) to (4);
alter table part add constraint fk73 foreign key (up) references t (id);
