create function h2(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method am type table handler h2;
create table now (id integer, k text) using am;
