create table items (id bigint, note text);
create table said (id integer, note text);
create table kept (id integer, note varchar);
security label for provider on table items is 'two';
security label for provider on column items.note is 'new';
security label for provider on column kept.note is 'stays';
create view over_kept as select id, note from kept;
security label for provider on view over_kept is 'stays';
security label for provider on column over_kept.note is 'stays';
