create table t (id integer primary key, a integer, was_generated integer, was_plain integer generated always as (a + 1) stored, serial_before integer not null, plain_before bigint not null generated always as identity);
create index on t (was_generated);
create view v as select was_generated from t;
