create function plus(integer, integer) returns integer language sql immutable as 'select $1 + $2';
create function half(integer) returns integer language sql immutable as 'select $1 / 2';
create aggregate total(integer) (sfunc = plus, stype = integer);
comment on aggregate total(integer) is 'stays';
create aggregate joined(text) (sfunc = textcat, stype = text);
create view v as select total(x) as t from generate_series(1, 3) x;
