create type kind as (a bigint, b text, c date);
create table t of kind (primary key (a));
create table u (a bigint, b text, c date);
alter table u of kind;
create table w (a integer, b text);
