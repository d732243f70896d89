create schema other;
create operator family other.wholes using btree;
create operator class other.whole for type integer using btree family other.wholes as operator 1 <, function 1 btint4cmp(integer, integer);
create table t (id integer);
create index t_id on t (id other.whole);
