create role case_dpm_app; create role case_dpm_reader;
alter default privileges for role case_dpm_app grant select on tables to case_dpm_reader;
create schema old;
alter default privileges for role case_dpm_app in schema old grant select on tables to case_dpm_reader;
create table old.t (id integer);
