create type a as enum ('x', 'y');
create domain d as integer check (value > 0);
create table t (id integer, c a, x a default 'x', n d, m d);
