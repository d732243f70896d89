create type e as enum ('a', 'b');
create function ok(e) returns boolean language sql immutable as 'select true';
create domain d as e;
alter domain d add constraint k check (ok(value));
create table t (c d, b e default 'a');
