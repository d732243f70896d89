create type kind as (a integer, new text collate "C", c date);
create table t of kind;
create table u of kind (c not null, a default 1, check (a > 0), primary key (new)) with (fillfactor = 70);
