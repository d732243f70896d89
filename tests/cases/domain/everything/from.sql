create domain d as integer default 1 check (value > 0);
create table t (x d);
