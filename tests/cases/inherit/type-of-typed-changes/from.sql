create type kind as (a integer, b text);
create table t of kind (primary key (a));
create table u (a integer, b text);
create table w of kind;
