create domain inner_one as integer;
create domain looser as inner_one;
create table t (id integer, x looser);
create index over_rows on t (id) where null::t is null;
