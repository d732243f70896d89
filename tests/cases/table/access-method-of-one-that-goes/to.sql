create access method two type table handler heap_tableam_handler;
create table t (id integer, k text) using two;
