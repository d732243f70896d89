create function lt(text, text) returns boolean language sql immutable as 'select $1 < $2';
create function gt(text, text) returns boolean language sql immutable as 'select $1 > $2';
create function eq(text, text) returns boolean language sql immutable as 'select $1 = $2';
create function ne(text, text) returns boolean language sql immutable as 'select $1 <> $2';
create operator <<< (function = lt, leftarg = text, rightarg = text);
create operator >>> (function = gt, leftarg = text, rightarg = text);
create operator === (function = eq, leftarg = text, rightarg = text);
create view v as select 'a'::text <<< 'b'::text as x, 'a'::text === 'b'::text as y;
create table t (a text, b text, check (a === b));
