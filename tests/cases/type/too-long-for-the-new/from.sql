create type c as (a text, b text);
create domain d as c;
create domain b as text;
create type e as enum ('a', 'long');
create type k as (a varchar, b integer, n numeric);
create table t (id integer primary key, x d, y d[], z text, za text[], e e, ea e[], bits text, k k);
