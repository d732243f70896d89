create table c (id integer not null, c1 integer not null);
alter table c add constraint key4 unique (id);
alter table c add constraint key2 primary key (c1);
create table a (id integer);
alter table a add foreign key (id) references c (id);
