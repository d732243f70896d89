create table items (id integer, name text);
create type state as enum ('on', 'off');
create table states (id integer, state state);
create view shown as select id, state, null::text as note from states;
create function shown_only() returns setof shown language sql stable as 'select * from shown';
create or replace view shown as select id, state, 'x'::text as note from shown_only();
comment on view shown is 'rows of what returns its rows';
create view over_shown as select * from shown_only();
