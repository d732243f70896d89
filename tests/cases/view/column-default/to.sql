create table t (a int, b text, c text);
create view v as select a, b, c from t;
alter view v alter column b set default 'it''s';
comment on column v.b is 'b';
create sequence s;
alter view v alter column c set default nextval('s')::text;
create view "V 2" as select a as "A b" from t;
alter view "V 2" alter column "A b" set default 7;
