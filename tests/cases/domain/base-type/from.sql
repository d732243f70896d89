create domain d as integer check (value > 0);
create table t (x d, y d default 3);
