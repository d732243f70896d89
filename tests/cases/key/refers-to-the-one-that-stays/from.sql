create table t1 (a integer, c2 text);
create materialized view v4 as select c2, t1 as v6 from t1 where true;
create table t16 (id bigint, c20 v4);
alter table t16 add constraint key39 primary key (id) include (c20);
create table t26 (k bigint);
alter table t26 add constraint fk44 foreign key (k) references t16 (id);
