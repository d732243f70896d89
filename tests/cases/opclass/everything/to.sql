create schema "Odd ones";
create function by_length(text, text) returns integer language sql immutable strict as 'select length($1) - length($2)';
create function shorter(text, text) returns boolean language sql immutable strict as 'select length($1) < length($2)';
create function shorter_or_same(text, text) returns boolean language sql immutable strict as 'select length($1) <= length($2)';
create function same_length(text, text) returns boolean language sql immutable strict as 'select length($1) = length($2)';
create function longer_or_same(text, text) returns boolean language sql immutable strict as 'select length($1) >= length($2)';
create function longer(text, text) returns boolean language sql immutable strict as 'select length($1) > length($2)';
create operator <# (function = shorter, leftarg = text, rightarg = text, commutator = >#, negator = >=#, restrict = scalarltsel, join = scalarltjoinsel);
create operator <=# (function = shorter_or_same, leftarg = text, rightarg = text, commutator = >=#, negator = >#);
create operator =# (function = same_length, leftarg = text, rightarg = text, commutator = =#, merges);
create operator >=# (function = longer_or_same, leftarg = text, rightarg = text, commutator = <=#, negator = <#);
create operator ># (function = longer, leftarg = text, rightarg = text, commutator = <#, negator = <=#);
-- its family is made with it
create operator class by_length for type text using btree as
    operator 1 <#, operator 2 <=#, operator 3 =#, operator 4 >=#, operator 5 >#, function 1 by_length(text, text);
comment on operator class by_length using btree is 'length, not letters';
comment on operator family by_length using btree is 'its family';
-- a family with loose members of several types
create operator family "Odd ones"."Whole numbers" using btree;
alter operator family "Odd ones"."Whole numbers" using btree add
    operator 1 < (integer, bigint), operator 2 <= (integer, bigint), operator 3 = (integer, bigint), operator 4 >= (integer, bigint), operator 5 > (integer, bigint),
    function 1 (integer, bigint) btint48cmp(integer, bigint),
    function 3 (integer, bigint) in_range(integer, integer, bigint, boolean, boolean);
create operator class "Odd ones"."Int" for type integer using btree family "Odd ones"."Whole numbers" as
    operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer), function 2 btint4sortsupport(internal);
create operator class "Odd ones".empty for type bigint using btree family "Odd ones"."Whole numbers" as storage bigint;
-- the same name for another access method
create operator family by_length using hash;
-- sorted by a family, and kept as another type
create operator class spots for type circle using gist as
    operator 3 && (circle, circle), operator 15 <-> (circle, point) for order by float_ops,
    function 1 gist_circle_consistent(internal, circle, smallint, oid, internal),
    function 2 gist_box_union(internal, internal),
    function 3 gist_circle_compress(internal),
    function 5 gist_box_penalty(internal, internal, internal),
    function 6 gist_box_picksplit(internal, internal),
    function 7 gist_box_same(box, box, internal),
    function 8 gist_circle_distance(internal, circle, smallint, oid, internal),
    storage box;
create operator class words for type text[] using gin as
    operator 1 && (anyarray, anyarray), function 1 bttextcmp(text, text), function 2 ginarrayextract(anyarray, internal, internal),
    function 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    function 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
    storage text;
-- used
create table t (id integer primary key, name text, spot circle, tags text[], unique (name));
create index t_length on t (name by_length, id "Odd ones"."Int" desc);
create index t_spot on t using gist (spot spots);
create index t_tags on t using gin (tags words);
alter table t add constraint apart exclude using gist (spot spots with &&);
create table p (name text, id integer) partition by range (name by_length);
create table p1 partition of p for values from ('a') to ('aaaaa');
create type lengths as range (subtype = text, subtype_opclass = by_length);
create table l (lengths lengths);
-- a default one, used without being named
create type pair as (a integer, b integer);
create function pair_cmp(pair, pair) returns integer language sql immutable strict as 'select ($1).a - ($2).a';
create function pair_lt(pair, pair) returns boolean language sql immutable strict as 'select ($1).a < ($2).a';
create function pair_eq(pair, pair) returns boolean language sql immutable strict as 'select ($1).a = ($2).a';
create operator <@@ (function = pair_lt, leftarg = pair, rightarg = pair);
create operator =@@ (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =@@);
create operator class pair_ops default for type pair using btree as operator 1 <@@, operator 3 =@@, function 1 pair_cmp(pair, pair);
create table pairs (id pair primary key, others pair);
create index pairs_others on pairs (others);
