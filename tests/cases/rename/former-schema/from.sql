create schema two;
create table two.t (id integer primary key, a text);
create table two.kept (id integer);
create table two.leaves (id integer);
create table two.x (id integer, b text);
create table two.y (id integer, c text);
create function two.f() returns integer language sql as 'select 1';
