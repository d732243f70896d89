create domain d as double precision;
create domain e as numeric(10,3);
create table t (id integer primary key, d d, e e);
