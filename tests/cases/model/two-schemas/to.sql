create schema a;
create schema b;
create table a.t (id integer primary key, x integer);
create table b.t (id integer primary key, y integer);
create view a.v as select id, x from a.t;
create view b.v as select id, y from b.t;
create function b.one() returns integer language sql immutable as 'select 1';
create table b.u (n integer default b.one(), check (n > b.one()));
create view b.w as select id, y from b.v;
