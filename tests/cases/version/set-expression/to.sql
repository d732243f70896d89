create table t (id int primary key, a int, w int generated always as (a * 7) stored, x int generated always as (a + 1) stored);
create index on t (w);
create view seen as select id, w from t;
create table parent (a int, b int generated always as (a * 5) stored);
create table child () inherits (parent);
create table p (a int, b int generated always as (a * 5) stored) partition by range (a);
create table p1 partition of p for values from (0) to (10);
