create text search dictionary gone (template = simple);
create text search configuration old (copy = simple);
alter text search configuration old alter mapping for word with gone;
create table t (a text);
create index t_a on t using gin (to_tsvector('old', a));
