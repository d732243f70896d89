create table r (id integer primary key);
create table t (id integer not null) partition by range (id);
create table part partition of t for values from (1) to (4);
alter table part add constraint fk29 foreign key (id) references r (id) on delete set default;
alter table t add constraint fk34 foreign key (id) references r (id) on delete set default;
create table s (id integer not null) partition by range (id);
create table s_part partition of s for values from (1) to (4);
alter table s_part add constraint own foreign key (id) references r (id);
