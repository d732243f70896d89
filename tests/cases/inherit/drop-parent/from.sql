create table a (id integer, constraint k check (id > 0));
create table c (id integer, x integer, constraint k check (id > 0)) inherits (a);
