create schema gone;
create table gone.t (id integer primary key, a text);
create view gone.v as select a from gone.t;
create index t_a on gone.t (a);
create function gone.f(integer) returns integer language sql as 'select 1';
