create role case_by_owner; create role case_by_a; create role case_by_b; create role "case by, c"; create role case_by_reader;
create schema s authorization case_by_owner;
grant usage on schema s to public;
grant create on schema s to case_by_a with grant option;
set role case_by_a; grant create on schema s to case_by_b; reset role;
-- the chain becomes longer
create table s.chain (id integer, x text, y text);
alter table s.chain owner to case_by_owner;
grant select, update on s.chain to case_by_a with grant option;
set role case_by_a; grant select on s.chain to case_by_b; reset role;
-- the chain changes hands: a held it of the owner, and c is to hold it of b
create table s.hands (id integer);
alter table s.hands owner to case_by_owner;
grant select on s.hands to case_by_a with grant option;
set role case_by_a; grant select on s.hands to case_by_b with grant option; reset role;
set role case_by_b; grant select on s.hands to case_by_reader; reset role;
-- the chain turns round
create table s.round (id integer);
alter table s.round owner to case_by_owner;
grant insert on s.round to case_by_a with grant option;
set role case_by_a; grant insert on s.round to case_by_b with grant option; reset role;
-- on columns, by what is held on the table, and on the column itself
create table s.columns (id integer, x text, y text, z text);
alter table s.columns owner to case_by_owner;
grant select on s.columns to case_by_a with grant option;
grant select (y) on s.columns to case_by_a with grant option;
set role case_by_a; grant select (x) on s.columns to case_by_b; grant select (y) on s.columns to case_by_b; reset role;
grant update (z) on s.columns to case_by_a with grant option;
grant update on s.columns to case_by_a;
set role case_by_a; grant update (z) on s.columns to case_by_b; reset role;
-- the grantor becomes the owner
create function s.f() returns integer language sql as 'select 1';
alter function s.f() owner to case_by_owner;
grant execute on function s.f() to case_by_a with grant option;
set role case_by_a; grant execute on function s.f() to case_by_b with grant option; grant execute on function s.f() to case_by_owner; reset role;
set role case_by_b; grant execute on function s.f() to case_by_reader; reset role;
-- made, dropped, and given by two
create table s.made (id bigint generated always as identity);
alter table s.made owner to case_by_owner;
grant usage on sequence s.made_id_seq to case_by_a with grant option;
set role case_by_a; grant usage on sequence s.made_id_seq to case_by_b; reset role;
create view s.two as select 1 as one;
grant select on s.two to case_by_a with grant option;
grant select on s.two to case_by_b;
set role case_by_a; grant select on s.two to case_by_b; reset role;
create type s.mood as enum ('a');
-- whoever passed it on loses the schema too
create schema closed;
grant usage on schema closed to case_by_a;
create table closed.t (id integer, x text);
grant select on closed.t to case_by_a with grant option;
set role case_by_a; grant select on closed.t to case_by_b; grant select (x) on closed.t to case_by_reader; reset role;
