create schema one;
create table one.leaves (a integer primary key);
create table one.stays (a integer, b integer);
create type one.e as enum ('x');
create function one.f() returns integer language sql as 'select 1';
create view one.v as select a from one.leaves;
create sequence one.s;
