create function eq(integer, bigint, boolean) returns boolean language sql immutable as 'select $1 = $2';
create function eq(integer, bigint) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = eq, leftarg = integer, rightarg = bigint, hashes);
create operator family numbers using btree;
comment on operator family numbers using btree is 'more of them';
alter operator family numbers using btree add operator 2 <= (integer, bigint), operator 3 === (integer, bigint),
    function 1 (integer, smallint) btint42cmp(integer, smallint);
create operator family emptied using btree;
create operator family filled using gist;
alter operator family filled using gist add operator 15 <-> (point, point) for order by float_ops,
    function 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal);
create operator class ints for type integer using btree family numbers as operator 1 <, function 1 btint4cmp(integer, integer);
create table t (id integer);
create index t_id on t (id ints);
