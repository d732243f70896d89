create table t (id integer);
create function row_text(r t) returns text language sql stable return 'y'::text;
create function reads() returns bigint language sql stable begin atomic select count(*) from t; end;
alter table t add column c text;
alter table t alter column c set default row_text(null::t);
alter table t add column d bigint;
alter table t alter column d set default reads();
