-- the domain is put aside with its enum, and on the way back its check calls what goes
create type e as enum ('a');
create function ok(e) returns boolean language sql immutable as 'select true';
create domain d as e;
alter domain d add constraint k check (value is null or value is not null);
create table t (c d, b e default 'a');
