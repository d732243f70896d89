create table t (id int primary key, a int, v int generated always as (a * 3) virtual, w int generated always as (a + 1) virtual, added text generated always as ('x' || a::char) virtual not null);
create view seen as select id, v from t;
create table checked (a int check (a > 0), v int generated always as (a + 2) virtual);
create table n (a int, b int generated always as (abs(a)) virtual, c int generated always as (a) stored);
comment on column n.b is 'computed';
