create table a (id integer, n text, constraint k check (id > 0));
create table b (x integer) inherits (a);
create table c (n text) inherits (b);
