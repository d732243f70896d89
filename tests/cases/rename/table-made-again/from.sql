create function h1(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method am type table handler h1;
create table "before" (id integer, k text) using am;
