create table t (a integer, b text, c jsonb);
create unique index i1 on t (a desc nulls last, lower(b) collate "C" text_pattern_ops) include (c) nulls not distinct with (fillfactor = 70) where a > 0;
create index i2 on t using gin (c jsonb_path_ops);
create index i3 on t ((a + 1), (b || 'x'));
alter index i3 alter column 1 set statistics 500;
create index i4 on t using brin (a) with (pages_per_range = 16);
comment on index i4 is 'four';
