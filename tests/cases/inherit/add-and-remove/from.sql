create table a (id integer, constraint k check (id > 0));
create table b (n text);
create table c (id integer, n text, constraint k check (id > 0));
create table d (x integer) inherits (a, b);
