-- The server refuses another type for an attribute while a view or a transform knows the composite.
create type pair as (a integer, b text);
create function to_sql(internal) returns pair language internal immutable as 'boolin';
create transform for pair language plpgsql (to sql with function to_sql(internal));
create function same(pair, pair) returns boolean language sql immutable as 'select true';
create operator === (function = same, leftarg = pair, rightarg = pair);
create view pairs as select null::pair as p;
comment on view pairs is 'v';
create materialized view kept as select 1 as n, null::pair as p;
create index kept_idx on kept (n);
