create domain d as text constraint d_check check (value <> '');
create domain e as integer not null;
create table t (id integer, y d[] default array['a']::d[], z e default 3);
