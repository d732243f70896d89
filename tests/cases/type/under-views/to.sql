create table t (id integer, a varchar(20));
create view v as select a from t;
create view w as select a || 'x' as b from v;
comment on view v is 'first';
create materialized view m as select a from v;
create index m_a on m (a);
