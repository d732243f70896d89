create table a (key integer, n text, constraint k2 check (key > 0));
create table b (x integer) inherits (a);
create table c (n text) inherits (b);
