create table t (id integer, n integer);
create function next_n() returns integer language plpgsql as 'begin return (select max(n) from t); end';
alter table t alter n set default next_n();
