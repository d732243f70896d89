create function lt(text, text) returns boolean language sql immutable as 'select $1 < $2';
create function gt(text, text) returns boolean language sql immutable as 'select $1 > $2';
create function ge(text, text) returns boolean language sql immutable as 'select $1 >= $2';
create operator <<< (function = lt, leftarg = text, rightarg = text, commutator = >>>);
create operator >>> (function = gt, leftarg = text, rightarg = text, commutator = <<<);
create view v as select 'a'::text <<< 'b'::text as x;
