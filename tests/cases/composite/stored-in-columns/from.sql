create type mood as enum ('sad', 'glad');
create type inner_ as (m mood, n integer);
create type outer_ as (i inner_, t timestamptz, gone text);
create domain dom as outer_;
create type alone as (m mood);
create table t (id integer primary key, i inner_, list inner_[], o outer_, d dom, w integer default 1);
create view v as select id, (i).n as n, (o).t as t from t;
create function f(inner_) returns integer language sql as 'select 1';
