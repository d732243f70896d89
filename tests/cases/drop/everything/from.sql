create schema s;
create type s.e as enum ('a');
create table s.t (id serial primary key, e s.e default 'a');
create view s.v as select * from s.t;
create function s.f() returns setof s.t language sql as 'select * from s.t';
create materialized view s.m as select * from s.v;
create table keep (a integer);
