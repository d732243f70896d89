create table t (a integer, b text);
create view v as select b, a from t;
create view w as select a from v;
comment on column v.b is 'bee';
