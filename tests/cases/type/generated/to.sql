create table t (id integer primary key, c name generated always as ((id + 1)::numeric(10,2)) stored, n bigint generated always as (id + 1) stored,
    a bigint[] generated always as (array[id]) stored);
create view v as select c from t;
