create schema old;
create table old.t (id integer primary key, n serial);
create view old.v as select id from old.t;
