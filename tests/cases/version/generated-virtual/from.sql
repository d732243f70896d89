create table t (id int primary key, a int, v int generated always as (a * 2) virtual, w int generated always as (a + 1) stored, gone int generated always as (id + 1) virtual);
create view seen as select id, v from t;
create table checked (a int check (a > 0), v int generated always as (a + 1) virtual);
