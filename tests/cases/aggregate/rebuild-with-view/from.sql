create function plus(bigint, integer) returns bigint language sql immutable as 'select $1 + $2';
create aggregate total(integer) (sfunc = plus, stype = bigint);
create aggregate gone(integer) (sfunc = int4pl, stype = integer);
create view v as select total(x) as t from generate_series(1, 3) x;
comment on view v is 'uses it';
create view w as select t from v;
