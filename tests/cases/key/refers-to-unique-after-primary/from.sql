create table c (id integer not null, c1 integer not null);
alter table c add constraint key2 primary key (id);
alter table c add constraint key4 unique (id);
alter table c add constraint fk13 foreign key (id) references c (id);
create table a (id integer);
alter table a add foreign key (id) references c (id);
