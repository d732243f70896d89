create table t (id integer not null);
alter table t add constraint k1 unique (id);
alter table t add constraint pk primary key (id);
create table a (id integer references t);
create table b (id integer references t (id));
create table p (id integer not null) partition by range (id);
alter table p add constraint "primary" unique (id);
alter table p add constraint "#c" unique (id);
alter table p add constraint fk foreign key (id) references p (id);
