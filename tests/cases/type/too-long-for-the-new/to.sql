create domain d as char(5);
create domain b as bit(4);
create type k as (b integer, n numeric, a varchar(3));
create type c as (a text, b text);
create type e as enum ('a');
create table t (id integer primary key, x d, y d[], z varchar(4), za char(3)[], e varchar(3), ea varchar(3)[], bits bit(3), k k);
