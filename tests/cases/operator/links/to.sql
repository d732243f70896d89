create function lt(text, text) returns boolean language sql immutable as 'select $1 < $2';
create function gt(text, text) returns boolean language sql immutable as 'select $1 > $2';
create function ge(text, text) returns boolean language sql immutable as 'select $1 >= $2';
create operator <<< (function = lt, leftarg = text, rightarg = text, negator = >>=);
create operator >>= (function = ge, leftarg = text, rightarg = text, negator = <<<);
create view v as select 'a'::text <<< 'b'::text as x;
