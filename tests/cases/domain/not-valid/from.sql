create domain d as integer;
alter domain d add constraint positive check (value > 0) not valid;
create domain e as text;
alter domain e add constraint short check (length(value) < 10) not valid;
create domain f as integer constraint small check (value < 100);
create table t (id integer, d d, e e, f f);
