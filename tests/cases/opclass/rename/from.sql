create schema other;
create operator class ints for type integer using btree as operator 1 <, function 1 btint4cmp(integer, integer);
create table t (id integer);
create index t_id on t (id ints);
