-- the domain is put aside with its enum, and its check calls what goes by the types that it has until then
create type e as enum ('a');
create function ok(e) returns boolean language sql immutable as 'select true';
create domain d as e;
alter domain d add constraint k check (ok(value));
create table t (c d, b e default 'a');
