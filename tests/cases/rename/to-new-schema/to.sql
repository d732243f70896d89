create schema fresh;
create table fresh.u (id integer primary key, a text);
alter table fresh.u rename constraint u_pkey to t_pkey;
create view fresh.v as select a from fresh.u;
create index t_a on fresh.u (a);
create function fresh.f(integer) returns integer language sql as 'select 1';
