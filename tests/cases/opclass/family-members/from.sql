create function eq(integer, bigint) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = eq, leftarg = integer, rightarg = bigint);
create operator family numbers using btree;
alter operator family numbers using btree add operator 1 < (integer, bigint), operator 3 === (integer, bigint),
    function 1 (integer, bigint) btint48cmp(integer, bigint);
create operator family gone using hash;
create operator family emptied using btree;
alter operator family emptied using btree add operator 1 < (smallint, bigint);
create operator family filled using gist;
create operator class ints for type integer using btree family numbers as operator 1 <, function 1 btint4cmp(integer, integer);
create table t (id integer);
create index t_id on t (id ints);
