create table t (a int, b text, c text);
create view v as select a, b, c from t;
alter view v alter column a set default 1;
alter view v alter column b set default 'old';
comment on column v.b is 'b';
create sequence s;
