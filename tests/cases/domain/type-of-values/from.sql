create domain d as numeric(10,2);
create domain e as numeric(10,2);
create table t (id integer primary key, d d, e e);
