create table t (id integer);
create view v as select id from t;
create materialized view one as select id as d from v;
create view zshown as select one.d from one, lateral (select 1) l;
