create sequence "a,b";
create table t (id integer);
create sequence d;
create domain d as integer;
