create function half(integer) returns integer language sql immutable as 'select $1 / 2';
create function more(integer, integer) returns integer language sql immutable as 'select $1 + $2 + 1';
create aggregate total(integer) (sfunc = more, stype = integer, finalfunc = half, initcond = '7', parallel = restricted);
comment on aggregate total(integer) is 'stays';
create aggregate joined(text) (sfunc = textcat, stype = text, sspace = 100, initcond = '');
create view v as select total(x) as t from generate_series(1, 3) x;
