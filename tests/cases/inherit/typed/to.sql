create type kind as (a integer, b text collate "C", c date);
create table t of kind (a primary key, b default 'x', c not null);
create table plain of kind;
create index on t (b);
