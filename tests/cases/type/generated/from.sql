create table t (id integer primary key, c numeric(10,2) generated always as ((id + 1)::numeric(10,2)) stored, n integer generated always as (id + 1) stored,
    a integer[] generated always as (array[id]) stored);
create view v as select c from t;
