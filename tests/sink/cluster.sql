-- What lies outside the database, made once; and which server this is.
\set ON_ERROR_STOP on
set client_min_messages = error;
select not exists (select from pg_roles where rolname = 'sink_owner') as first,
       current_setting('server_version_num')::int >= 140000 as since_14,
       current_setting('server_version_num')::int >= 150000 as since_15,
       current_setting('server_version_num')::int >= 160000 as since_16,
       current_setting('server_version_num')::int >= 170000 as since_17,
       current_setting('server_version_num')::int >= 180000 as since_18 \gset
\if :first
create role sink_owner;
create role sink_super superuser;
create role sink_reader;
create role sink_writer;
set allow_in_place_tablespaces = on;
create tablespace sink_space location '';
create tablespace sink_other location '';
\endif
create schema sink;
set search_path = sink, public;
set check_function_bodies = off;
