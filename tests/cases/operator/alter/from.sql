create function same(text, text) returns boolean language sql immutable as 'select $1 = $2';
create function same_not(text, text) returns boolean language sql immutable as 'select $1 <> $2';
create operator === (function = same, leftarg = text, rightarg = text, restrict = eqsel);
create operator !== (function = same_not, leftarg = text, rightarg = text, restrict = neqsel, join = neqjoinsel);
create table t (a text, check (a === 'x'));
create view v as select a from t where a === 'x' and a !== 'y';
