create function plus(numeric, integer) returns numeric language sql immutable as 'select $1 + $2';
create aggregate total(integer) (sfunc = plus, stype = numeric);
create view v as select total(x)::bigint as t from generate_series(1, 3) x;
comment on view v is 'uses it';
create view w as select t from v;
