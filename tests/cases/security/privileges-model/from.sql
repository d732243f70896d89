create role case_pm_app; create role case_pm_reader; create role "Case pm Odd";
create table t (id bigserial primary key, a text, b text);
grant all on t to case_pm_reader;
grant select (b) on t to case_pm_reader;
create table unstated (id integer);
grant select on unstated to case_pm_reader;
