create table a (x integer primary key);
create table b (x integer, y integer);
