create table a (id integer, constraint k check (id > 0));
create table c (x integer) inherits (a);
