create table items (id integer, name text);
create view v as select id from items;
create function of_v() returns bigint language sql stable begin atomic select count(*) from v; end;
create or replace view v as select id from items where of_v() > 0;
create function f(integer) returns integer language sql begin atomic select $1; end;
create function g(integer) returns integer language sql begin atomic select f($1); end;
create or replace function f(integer) returns integer language sql begin atomic select g($1); end;
