create domain t_id_seq as integer;
create table t (id integer);
