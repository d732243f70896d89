create function f(text, text) returns boolean language sql immutable as 'select $1 = $2';
create function g(text, text) returns boolean language sql immutable as 'select $1 <> $2';
create operator === (function = f, leftarg = text, rightarg = text, commutator = ===);
create table t (a text, b text default 'x', constraint c check (a === b));
create index i on t ((a === b));
create view v as select a from t where a === b;
comment on view v is 'uses it';
