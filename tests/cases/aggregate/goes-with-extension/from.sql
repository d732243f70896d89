create extension citext;
create extension hstore;
create aggregate total(integer) (sfunc = int4pl, stype = integer);
alter routine total(integer) depends on extension citext;
create aggregate changed(integer) (sfunc = int4pl, stype = integer);
alter routine changed(integer) depends on extension citext;
create aggregate counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
alter routine counted() depends on extension citext;
