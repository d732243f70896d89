create table t (a integer, b integer);
create function ok(t) returns boolean language sql immutable as 'select $1.a > 0';
alter table t add constraint c check (ok(t.*));
create index t_ok on t (ok(t.*));
