create type b as enum ('x', 'y');
create type a as enum ('y', 'x', 'z');
create domain e as integer check (value > 0);
alter domain e rename constraint e_check to d_check;
create domain d as integer;
create table t (id integer, c b, x a default 'x', n e, m d);
