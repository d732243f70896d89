create table a (id integer, constraint k check (id > 0));
create table b (n text);
create table c (id integer, n text, constraint k check (id > 0));
alter table c inherit a;
alter table c inherit b;
create table d (id integer, x integer, constraint k check (id > 0)) inherits (b);
