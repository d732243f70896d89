create role case_def_app; create role case_def_reader; create role "Case def ""odd""";
create schema s;
create schema gone;
alter default privileges for role case_def_app grant select on tables to case_def_reader;
alter default privileges for role case_def_app in schema s grant all on tables to case_def_reader with grant option;
alter default privileges for role case_def_app in schema gone grant usage on sequences to case_def_reader;
alter default privileges for role case_def_app revoke execute on functions from public;
alter default privileges for role case_def_app grant usage on schemas to case_def_reader;
-- the role that runs the plan
alter default privileges for role postgres grant select on tables to case_def_reader;
alter default privileges for role postgres in schema s grant insert on tables to case_def_app;
alter default privileges for role postgres revoke usage on types from public;
create table s.t (id integer, a text);
create view s.rebuilt as select id, a from s.t;
create view s.closed as select id, a from s.t;
revoke all on s.closed from case_def_reader, case_def_app;
create type s.mood as enum ('a', 'b');
grant usage on type s.mood to public;
alter default privileges for role postgres in schema s grant usage on sequences to case_def_reader;
