create type level as enum ('low', 'middle', 'high');
create type level_range as range (subtype = level);
create type levels_range as range (subtype = level[], multirange_type_name = levels_ranges);
create domain some_levels as level_range check (not isempty(value));
create table t (id integer primary key, r level_range default '[low,high]', a levels_range, m level_multirange[], d some_levels);
create index t_r on t using gist (r);
