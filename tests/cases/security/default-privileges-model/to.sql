create schema new;
alter default privileges for role case_dpm_app in schema new grant select, insert on tables to case_dpm_reader;
alter default privileges for role case_dpm_app revoke execute on functions from public;
create table new.t (id integer);
