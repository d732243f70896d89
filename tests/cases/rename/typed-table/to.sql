create type c as (id integer, a integer);
create table t of c (constraint k2 primary key (id));
alter table t add constraint one2 check (a > 0);
alter table t add constraint u2 unique (a);
alter table t add constraint f2 foreign key (a) references t (id);
create table becomes of c (constraint two2 check (a > 0));
