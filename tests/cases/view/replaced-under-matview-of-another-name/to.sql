create table t (id integer);
create view v as select id from t where id > 0;
create materialized view other as select id as d from v;
create view zshown as select other.d from other, lateral (select 1) l;
