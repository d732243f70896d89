create table a (id integer, name text default 'x', old integer, constraint k check (id > 0));
create table c (extra integer) inherits (a);
create table d (name text, old integer) inherits (a);
alter table only c alter name set default 'c';
create view v as select id, name from c;
