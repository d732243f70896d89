create schema new;
create table new.t (id integer primary key, n serial);
create view new.v as select id from new.t;
