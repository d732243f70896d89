create table a (id integer primary key, constraint k check (id > 0));
create table b (n text) inherits (a);
create table c (x integer) inherits (b);
