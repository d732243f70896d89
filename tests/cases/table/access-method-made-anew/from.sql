create function h1(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method am type table handler h1;
create table t (id int primary key, a int) using am;
create table u (id int references t);
create view v as select * from t;
