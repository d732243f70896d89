create table t (d bytea);
create view v as select d from t;
alter table t add column a boolean, add column v v, add column c float;
alter table t add constraint k unique (a, c) include (v);
alter table t add constraint ck check (v is not null or a);
