create access method one type table handler heap_tableam_handler;
create table t (id integer, k text) using one;
