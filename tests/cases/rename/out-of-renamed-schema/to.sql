create schema two;
create table leaves (a integer primary key);
create table two.stayed (a integer, b2 integer);
create type e2 as enum ('x');
create function two.f2() returns integer language sql as 'select 1';
create view v as select a from leaves;
create sequence two.s2;
