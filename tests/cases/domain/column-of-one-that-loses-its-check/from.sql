create domain inner_one as integer not null;
create domain looser as inner_one constraint small check (value < 10);
create table t (id integer);
create index over_rows on t (id) where null::t is null;
