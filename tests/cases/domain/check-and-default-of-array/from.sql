create domain d as text;
create domain e as integer;
create table t (id integer, x d[] default '{}'::d[], y d[] default array['a']::d[], z e default 3);
