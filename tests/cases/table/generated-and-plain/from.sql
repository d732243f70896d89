create table t (id integer primary key, a integer, was_plain integer default 3, was_generated integer generated always as (a * 2) stored, serial_before serial, plain_before bigint not null);
create index on t (was_generated);
create view v as select was_generated from t;
