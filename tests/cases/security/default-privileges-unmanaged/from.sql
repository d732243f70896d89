create role case_dpu_reader;
alter default privileges grant select on tables to case_dpu_reader;
create table t (id integer, a text);
create view v as select id, a from t;
revoke select on v from case_dpu_reader;
