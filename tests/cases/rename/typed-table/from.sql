create type c as (id integer, a integer);
create table t of c (constraint k primary key (id));
alter table t add constraint one check (a > 0);
alter table t add constraint u unique (a);
alter table t add constraint f foreign key (a) references t (id);
create table becomes (id integer, a integer, constraint two check (a > 0));
