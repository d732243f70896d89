create table whole (id integer, k integer) partition by list (id);
create table leaves (id integer, k integer);
create table joins partition of whole for values in (3);
create table parent (id integer);
create view between as select id, k from whole;
create materialized view computed as select k, (select count(*) from parent) as n from between;
