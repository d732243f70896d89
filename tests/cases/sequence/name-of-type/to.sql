create domain "a,b" as integer;
create domain t_id_seq as integer;
create table t (id integer);
create sequence e;
create domain e as integer;
