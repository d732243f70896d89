create table t (id integer, a varchar(5));
grant select on t to case_dpu_reader;
create view v as select id, a from t;
alter default privileges grant select on tables to case_dpu_reader;
create table made (id integer);
