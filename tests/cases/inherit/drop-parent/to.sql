create table c (id integer, x integer, constraint k check (id > 0));
