-- Every kind, each attribute at a value that is not the implied one. What is called *_gone is not in to.sql, and *_was is *_is there.
\ir cluster.sql

-- schema
create schema sink_changed;
comment on schema sink_changed is 'one';
alter schema sink_changed owner to sink_owner;
grant usage on schema sink_changed to sink_reader;
create schema sink_gone;
create schema sink_was;

-- extension
create extension citext schema public;
create extension hstore schema sink_changed;
comment on extension citext is 'one';
grant execute on function citext(boolean) to sink_reader;
revoke execute on function citext(boolean) from public;
grant execute on function citext(character) to sink_reader with grant option;
grant usage on type citext to sink_reader;
create extension pg_stat_statements schema public;
grant select (query) on pg_stat_statements to sink_reader;
grant execute on function sink_changed.hstore(text, text) to sink_reader;
create extension intarray schema public;
create extension lo;

-- functions that others use
create function noop() returns trigger language plpgsql as 'begin return null; end';
create function noop_two() returns trigger language plpgsql as 'begin return null; end';
create function on_event() returns event_trigger language plpgsql as 'begin end';
create function on_event_two() returns event_trigger language plpgsql as 'begin end';

-- collation
create collation of_libc (provider = libc, locale = 'C');
create collation of_two (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
create collation of_icu (provider = icu, locale = 'de-u-co-phonebk');
create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation collation_changed (provider = icu, locale = 'fr');
comment on collation collation_changed is 'one';
create collation collation_gone (provider = icu, locale = 'fr');
create collation collation_was (provider = icu, locale = 'fr');
\if :since_16
create collation of_rules (provider = icu, locale = 'und', rules = '&a < b');
\endif

-- enum
create type enum_changed as enum ('sad', 'ok', 'happy');
comment on type enum_changed is 'one';
grant usage on type enum_changed to sink_reader with grant option;
create type enum_gone as enum ('a');
create type enum_was as enum ('a');

-- domain, and its checks
create domain domain_changed as text default 'a' constraint domain_first check (value <> 'b');
alter domain domain_changed add constraint domain_late check (value <> 'c') not valid;
comment on domain domain_changed is 'one';
comment on constraint domain_first on domain domain_changed is 'one';
revoke usage on type domain_changed from public;
create domain domain_other as varchar(10) collate "C" not null;
create domain domain_gone as integer;
create domain domain_was as integer;

-- range
create type range_changed as range (subtype = text, subtype_opclass = text_pattern_ops, collation = "C");
comment on type range_changed is 'one';
grant usage on type range_changed to sink_reader;
revoke usage on type range_changed from public;
create type range_numbers as range (subtype = float8, subtype_diff = float8mi);
\if :since_14
create type range_many as range (subtype = int4, multirange_type_name = many_one);
\endif
create type range_canonical;
create function range_canon(range_canonical) returns range_canonical language internal immutable strict as 'int4range_canonical';
create function range_canon_two(range_canonical) returns range_canonical language internal immutable strict as 'int4range_canonical';
create type range_canonical as range (subtype = int4, canonical = range_canon);
create type range_gone as range (subtype = int4);

-- base type
create type base_changed;
create function base_in_changed(cstring) returns base_changed language internal immutable strict as 'int4in';
create function base_out_changed(base_changed) returns cstring language internal immutable strict as 'int4out';
create type base_changed (input = base_in_changed, output = base_out_changed, internallength = 4, passedbyvalue, alignment = int4, category = 'W',
    preferred = true, default = '42', delimiter = ';');
comment on type base_changed is 'one';
grant usage on type base_changed to sink_reader;
revoke usage on type base_changed from public;
create type base_set;
create function base_in_set(cstring) returns base_set language internal immutable strict as 'textin';
create function base_out_set(base_set) returns cstring language internal immutable strict as 'textout';
create function base_receive(internal) returns base_set language internal immutable strict as 'textrecv';
create function base_send(base_set) returns bytea language internal immutable strict as 'textsend';
create function base_mod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
create function base_mod_out(integer) returns cstring language internal immutable strict as 'varchartypmodout';
create function base_analyze(internal) returns boolean language internal strict as 'array_typanalyze';
\if :since_14
create function base_subscript(internal) returns internal language internal immutable strict as 'jsonb_subscript_handler';
create function base_subscript_two(internal) returns internal language internal immutable strict as 'jsonb_subscript_handler';
\endif
create type base_set (input = base_in_set, output = base_out_set, receive = base_receive, typmod_in = base_mod_in, storage = main
\if :since_14
    , subscript = base_subscript
\endif
);
create type base_array;
create function base_in_array(cstring) returns base_array language internal immutable strict as 'point_in';
create function base_out_array(base_array) returns cstring language internal immutable strict as 'point_out';
create type base_array (input = base_in_array, output = base_out_array, internallength = 16, alignment = double, element = float8);
create type base_text;
create function base_in_text(cstring) returns base_text language internal immutable strict as 'textin';
create function base_out_text(base_text) returns cstring language internal immutable strict as 'textout';
create type base_text (input = base_in_text, output = base_out_text, collatable = true);
create function base_in_other(cstring) returns base_text language internal immutable strict as 'textin';
create type base_full;
create function base_in_full(cstring) returns base_full language internal immutable strict as 'textin';
create function base_out_full(base_full) returns cstring language internal immutable strict as 'textout';
create function base_send_full(base_full) returns bytea language internal immutable strict as 'textsend';
create type base_full (input = base_in_full, output = base_out_full, send = base_send_full, typmod_in = base_mod_in, typmod_out = base_mod_out, analyze = base_analyze);
create type base_gone;
create function base_in_gone(cstring) returns base_gone language internal immutable strict as 'int4in';
create function base_out_gone(base_gone) returns cstring language internal immutable strict as 'int4out';
create type base_gone (input = base_in_gone, output = base_out_gone, like = integer);
create type base_was;
create function base_in_was(cstring) returns base_was language internal immutable strict as 'int4in';
create function base_out_was(base_was) returns cstring language internal immutable strict as 'int4out';
create type base_was (input = base_in_was, output = base_out_was, like = integer);

-- composite, attribute
create type composite_changed as (a integer, b text collate "C", attribute_was text, gone text);
comment on type composite_changed is 'one';
comment on column composite_changed.a is 'one';
revoke usage on type composite_changed from public;
create type composite_gone as (a integer);
create type composite_was as (a integer);

-- foreign data wrapper, server, user mapping
create function handler_one() returns fdw_handler language c as '$libdir/postgres_fdw', 'postgres_fdw_handler';
create function handler_two() returns fdw_handler language c as '$libdir/file_fdw', 'file_fdw_handler';
create function validator_one(text[], oid) returns void language c as '$libdir/postgres_fdw', 'postgres_fdw_validator';
create foreign data wrapper wrapper_changed handler handler_one validator validator_one;
create foreign data wrapper wrapper_options options (debug 'true', gone 'x');
comment on foreign data wrapper wrapper_options is 'one';
grant usage on foreign data wrapper wrapper_options to sink_reader;
create foreign data wrapper wrapper_other;
create foreign data wrapper wrapper_gone;
create foreign data wrapper wrapper_was;
create server server_changed type 'a' version '1' foreign data wrapper wrapper_options options (host 'a', gone 'x');
comment on server server_changed is 'one';
grant usage on foreign server server_changed to sink_reader;
create server server_other version '1' foreign data wrapper wrapper_options options (host 'a', gone 'x');
create server server_gone foreign data wrapper wrapper_other;
create server server_was foreign data wrapper wrapper_other;
create user mapping for public server server_other options (user 'a', gone 'x');
create user mapping for sink_reader server server_other;

-- sequence
create sequence sequence_changed as integer start with 10 increment by 2 minvalue 5 maxvalue 100 cache 3 cycle;
comment on sequence sequence_changed is 'one';
grant usage on sequence sequence_changed to sink_reader;
create table owns (a integer, b integer);
create sequence sequence_owned owned by owns.a;
\if :since_15
create unlogged sequence sequence_quick;
\endif
create sequence sequence_gone;
create sequence sequence_was;

-- function
create function function_changed(a integer default 1) returns setof integer language sql stable strict security definer leakproof
    parallel safe cost 7.5 rows 5 set search_path = sink set work_mem = '5MB' as 'select 1';
comment on function function_changed(integer) is 'one';
alter function function_changed(integer) depends on extension hstore;
revoke execute on function function_changed(integer) from public;
create function function_args(a integer, b integer, out c text) language plpgsql as 'begin c := a; end';
create function function_mode(a integer) returns integer language sql as 'select 1';
create function function_library(text[], oid) returns void language c as '$libdir/postgres_fdw', 'postgres_fdw_validator';
create function function_support(text, text) returns boolean language internal support textlike_support as 'textlike';
create function function_window() returns bigint language internal window as 'window_row_number';
\if :since_14
create function function_body(a integer) returns integer language sql return a + 1;
create procedure procedure_body(a integer) language sql begin atomic; insert into owns values (a); end;
\endif
create function function_gone() returns integer language sql as 'select 1';
create function function_was() returns integer language sql as 'select 1';

-- procedure
create procedure procedure_changed(a integer default 1) language sql security definer set work_mem = '5MB' as 'select 1';
comment on procedure procedure_changed(integer) is 'one';
alter procedure procedure_changed(integer) depends on extension hstore;
revoke execute on procedure procedure_changed(integer) from public;
create procedure procedure_args(a integer, inout b integer) language plpgsql as 'begin end';
create procedure procedure_library() language c as '$libdir/postgres_fdw', 'postgres_fdw_handler';
\if :since_14
create procedure procedure_out(out a text) language plpgsql as 'begin end';
\endif
create procedure procedure_gone() language sql as 'select 1';
create procedure procedure_was() language sql as 'select 1';

-- aggregate
create function accum(internal, bigint) returns internal language internal as 'int8_avg_accum';
create function accum_inv(internal, bigint) returns internal language internal as 'int8_avg_accum_inv';
create function combine(internal, internal) returns internal language internal parallel safe as 'int8_avg_combine';
create function serial(internal) returns bytea language internal strict parallel safe as 'int8_avg_serialize';
create function deserial(bytea, internal) returns internal language internal strict parallel safe as 'int8_avg_deserialize';
create function final_one(integer) returns text language sql as 'select $1::text';
create function final_two(bigint) returns text language sql as 'select $1::text';
create function final_extra(integer, integer) returns text language sql as 'select $1::text';
create function step_two(bigint, integer) returns bigint language sql as 'select $1 + $2';
create function back_two(bigint, integer) returns bigint language sql as 'select $1 - $2';
create aggregate aggregate_changed(bigint) (sfunc = int8_avg_accum, stype = internal, sspace = 48, finalfunc = numeric_poly_sum,
    finalfunc_modify = shareable, combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize,
    msfunc = int8_avg_accum, minvfunc = int8_avg_accum_inv, mstype = internal, msspace = 48, mfinalfunc = numeric_poly_sum,
    mfinalfunc_modify = shareable, parallel = safe);
comment on aggregate aggregate_changed(bigint) is 'one';
create aggregate aggregate_extension(integer) (sfunc = int4pl, stype = integer);
alter routine aggregate_extension(integer) depends on extension hstore;
revoke execute on function aggregate_changed(bigint) from public;
create aggregate aggregate_types(integer) (sfunc = int4pl, stype = integer, finalfunc = final_one, initcond = '0',
    msfunc = int4pl, minvfunc = int4mi, mstype = integer, mfinalfunc = final_one, minitcond = '0');
create aggregate aggregate_extra(integer) (sfunc = int4pl, stype = integer, finalfunc = final_extra, finalfunc_extra,
    msfunc = int4pl, minvfunc = int4mi, mstype = integer, mfinalfunc = final_extra, mfinalfunc_extra, initcond = '0', minitcond = '0');
create aggregate aggregate_sorted(integer) (sfunc = int4larger, stype = integer, sortop = >);
create aggregate aggregate_place(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal,
    finalfunc = rank_final, finalfunc_extra, hypothetical);
create function arrays(integer, integer[]) returns integer language sql as 'select 1';
create aggregate aggregate_args(variadic a integer[]) (sfunc = arrays, stype = integer);
create aggregate aggregate_kept(bigint) (sfunc = int8_avg_accum, stype = internal, sspace = 48, finalfunc = numeric_poly_sum,
    finalfunc_modify = shareable, combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize,
    msfunc = int8_avg_accum, minvfunc = int8_avg_accum_inv, mstype = internal, msspace = 48, mfinalfunc = numeric_poly_sum,
    mfinalfunc_modify = shareable, parallel = safe);
create aggregate aggregate_gone(integer) (sfunc = int4pl, stype = integer);
create aggregate aggregate_was(integer) (sfunc = int4pl, stype = integer);

-- text search
create function p_start(internal, integer) returns internal language internal as 'prsd_start';
create function p_token(internal, internal, internal) returns internal language internal as 'prsd_nexttoken';
create function p_end(internal) returns void language internal as 'prsd_end';
create function p_headline(internal, internal, tsquery) returns internal language internal as 'prsd_headline';
create function p_lextype(internal) returns internal language internal as 'prsd_lextype';
create text search parser parser_changed (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, headline = prsd_headline, lextypes = prsd_lextype);
comment on text search parser parser_changed is 'one';
create text search parser parser_gone (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search parser parser_was (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create function t_init(internal) returns internal language internal as 'dsimple_init';
create function t_lexize(internal, internal, internal, internal) returns internal language internal as 'dsimple_lexize';
create text search template template_changed (init = dsimple_init, lexize = dsimple_lexize);
comment on text search template template_changed is 'one';
create text search template template_gone (lexize = dsimple_lexize);
create text search template template_was (lexize = dsimple_lexize);
create text search dictionary dictionary_changed (template = simple, stopwords = english, accept = false);
comment on text search dictionary dictionary_changed is 'one';
create text search dictionary dictionary_other (template = simple);
create text search dictionary dictionary_gone (template = simple);
create text search dictionary dictionary_was (template = simple);
create text search configuration configuration_changed (parser = parser_changed);
alter text search configuration configuration_changed add mapping for word, asciiword with dictionary_changed, simple;
comment on text search configuration configuration_changed is 'one';
create text search configuration configuration_other (parser = "default");
alter text search configuration configuration_other add mapping for word with simple;
alter text search configuration configuration_other add mapping for asciiword with simple, dictionary_changed;
create text search configuration configuration_gone (parser = "default");
create text search configuration configuration_was (parser = "default");

-- language, transform
create function call_one() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function call_two() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function inline_one(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function inline_two(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function valid_one(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create function valid_two(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language language_changed handler call_one inline inline_one validator valid_one;
comment on language language_changed is 'one';
grant usage on language language_changed to sink_reader;
create trusted language language_trusted handler call_one;
create language language_gone handler call_one;
create language language_was handler call_one;
create function transform_one(internal) returns internal language internal immutable as 'boolin';
create function transform_two(internal) returns internal language internal immutable as 'boolin';
create function into_one(internal) returns composite_changed language internal immutable as 'boolin';
create function into_two(internal) returns composite_changed language internal immutable as 'boolin';
create transform for composite_changed language language_changed (from sql with function transform_one(internal), to sql with function into_one(internal));
comment on transform for composite_changed language language_changed is 'one';
create transform for integer language language_changed (from sql with function transform_one(internal));
create function into_uuid_one(internal) returns uuid language internal immutable as 'boolin';
create function into_uuid_two(internal) returns uuid language internal immutable as 'boolin';
create transform for uuid language language_changed (from sql with function transform_one(internal), to sql with function into_uuid_one(internal));
create transform for text language language_changed (from sql with function transform_one(internal));
create transform for date language language_changed (from sql with function transform_one(internal));
create function function_transforms() returns boolean transform for type text language language_changed as 'begin return 1; end';
create procedure procedure_transforms() transform for type text language language_changed as 'begin end';

-- operator
create function same(composite_changed, composite_changed) returns boolean language sql immutable as 'select true';
create function same_two(composite_changed, composite_changed) returns boolean language sql immutable as 'select true';
create operator === (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.===),
    negator = operator(sink.!==), restrict = eqsel, join = eqjoinsel, hashes, merges);
comment on operator === (composite_changed, composite_changed) is 'one';
create operator !== (function = same, leftarg = composite_changed, rightarg = composite_changed, negator = operator(sink.===));
create operator <<<< (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.>>>>));
create operator >>>> (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.<<<<));
create operator ?== (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.==?));
create operator ==? (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.?==));
create operator ~== (function = same, leftarg = composite_changed, rightarg = composite_changed, restrict = eqsel, join = eqjoinsel);

-- cast
create function cast_one(integer) returns composite_changed language sql immutable as 'select null::sink.composite_changed';
create function cast_two(integer) returns composite_changed language sql immutable as 'select null::sink.composite_changed';
create cast (integer as composite_changed) with function cast_one(integer) as assignment;
comment on cast (integer as composite_changed) is 'one';
create cast (enum_changed as integer) with inout as implicit;
create cast (composite_changed as integer) with inout;

-- access method
create function tree_one(internal) returns index_am_handler language internal as 'bthandler';
create function heap_one(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method method_changed type index handler tree_one;
comment on access method method_changed is 'one';
create access method method_heap type table handler heap_tableam_handler;
create access method method_heap_two type table handler heap_one;
create access method method_gone type index handler tree_one;

-- conversion
create default conversion conversion_changed for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
comment on conversion conversion_changed is 'one';
create conversion conversion_gone for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion conversion_was for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;

create function box_cmp(box, box) returns integer language sql immutable as 'select 0';
create function circle_cmp(circle, circle) returns integer language sql immutable as 'select 0';
-- operator family, operator class
create operator family family_changed using btree;
alter operator family family_changed using btree add operator 1 <(integer, bigint), function 1 (integer, bigint) btint48cmp(integer, bigint);
comment on operator family family_changed using btree is 'one';
create operator family family_orders using gist;
alter operator family family_orders using gist add operator 15 <->(point, point) for order by float_ops,
    function 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal);
create operator family family_class using btree;
create operator family family_other using btree;
create operator family family_class_two using btree;
create operator family family_gone using btree;
create operator family family_was using btree;
create operator class class_changed default for type box using btree family family_class as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 box_cmp(box, box);
comment on operator class class_changed using btree is 'one';
create operator class class_storage for type polygon using gist as function 1 gist_poly_consistent(internal, polygon, smallint, oid, internal),
    function 2 gist_box_union(internal, internal), function 3 gist_poly_compress(internal), function 5 gist_box_penalty(internal, internal, internal),
    function 6 gist_box_picksplit(internal, internal), function 7 gist_box_same(box, box, internal), storage box;
create operator class class_strategy for type lseg using btree as operator 1 <;
create operator class class_gone for type box using btree family family_other as operator 1 <;
create operator class class_was for type box using btree family family_other as operator 2 <=;

-- table
create table table_changed (a integer primary key, b integer not null, c text) with (fillfactor = 70, autovacuum_enabled = off) tablespace sink_space;
create unique index table_one on table_changed (b);
create unique index table_two on table_changed (b, a);
alter table table_changed replica identity using index table_one;
alter table table_changed cluster on table_one;
alter table table_changed enable row level security;
alter table table_changed force row level security;
comment on table table_changed is 'one';
grant select on table_changed to sink_reader;
create table table_replica (a integer);
alter table table_replica replica identity full;
create unlogged table table_quick (a integer);
\if :since_15
create table table_method (a integer) using method_heap;
\else
create table table_method (a integer) using method_heap;
\endif
create table table_gone (a integer);
create table table_was (a integer);

create table parted (a integer not null, b integer, c text) partition by range (a);
create table parted_one partition of parted for values from (0) to (10);
create table parted_two partition of parted for values from (10) to (20);
create table parted_gone partition of parted default;
create table parted_other (a integer not null, b integer, c text) partition by list (a);
create table parted_moves partition of parted_other for values in (1);
create table parent_one (a integer);
create table parent_two (a integer);
create table child_changed (c integer) inherits (parent_one);
create table child_other (a integer) inherits (parent_one);
create type typed_one as (a integer, b text);
create type typed_two as (a integer, b text);
create table typed_changed of typed_one;
create foreign table foreign_changed (a integer options (column_name 'one', gone 'x'), b text) server server_other options (table_name 'a', gone 'x');
create foreign table foreign_other (a integer) server server_was;

-- column
create table columns (
    a integer not null default 1,
    b text collate "C",
    c integer generated always as (1 + 1) stored,
    d integer generated by default as identity (sequence name columns_own start with 10 increment by 5 minvalue 5 maxvalue 1000 cache 3 cycle),
    e text,
    f text,
    g integer,
    column_gone integer,
    column_was integer
);
alter table columns alter e set storage external, alter e set statistics 500, alter g set (n_distinct = -0.5);
\if :since_14
alter table columns alter f set compression pglz;
\endif
\if :since_15
alter sequence columns_own set unlogged;
\endif
comment on column columns.a is 'one';
grant select (a) on columns to sink_reader;
alter table child_changed alter a set default 5;
comment on column child_changed.a is 'one';

-- check
create table checks (
    a integer,
    constraint check_changed check (a > 0) no inherit,
    constraint check_gone check (a > 1),
    constraint check_was check (a > 2)
);
alter table checks add constraint check_late check (a > 3) not valid;
comment on constraint check_changed on checks is 'one';
create table parent_checked (a integer constraint parent_check check (a > 0));
create table child_checked () inherits (parent_checked);
comment on constraint parent_check on child_checked is 'one';

-- keys
create table keys (
    a integer,
    b integer,
    c integer,
    constraint key_changed primary key (a) include (b) with (fillfactor = 80) using index tablespace sink_space deferrable initially deferred
);
comment on constraint key_changed on keys is 'one';
create table keys_gone (a integer primary key);
create table keys_new (a integer);
create table keys_was (a integer, constraint key_was primary key (a));
create table uniques (
    a integer,
    b integer,
    c integer,
    constraint unique_changed unique (a) include (b) with (fillfactor = 80) using index tablespace sink_space deferrable initially deferred,
    constraint unique_gone unique (a, b),
    constraint unique_was unique (a, c)
);
comment on constraint unique_changed on uniques is 'one';
\if :since_15
alter table uniques add constraint unique_nulls unique nulls not distinct (b);
\endif
alter table parted add constraint parted_key primary key (a);
alter table parted add constraint parted_unique unique (a, b), add constraint parted_unique_two unique (a, b);
create table keys_kept (
    a integer constraint key_kept primary key with (fillfactor = 70) using index tablespace sink_space,
    b integer constraint unique_kept unique with (fillfactor = 70) using index tablespace sink_space,
    c int4range,
    constraint exclusion_statistics exclude ((a + b) with =),
    constraint exclusion_kept exclude using gist (c with &&) with (fillfactor = 70) using index tablespace sink_space
);
comment on index key_kept is 'one';
comment on index unique_kept is 'one';
comment on index exclusion_kept is 'one';
create table parted_again (a integer not null, b integer) partition by list (a);
create table parted_again_one partition of parted_again for values in (1);
create table parted_keys (a integer not null, b integer not null) partition by range (a);
create table parted_keys_one partition of parted_keys for values from (0) to (10);
alter table only parted_keys add constraint parted_keys_key primary key (a);
alter table only parted_keys add constraint parted_keys_unique unique (a, b);

-- exclusion
create table exclusions (
    a integer,
    b text,
    c int4range,
    d integer[],
    constraint exclusion_changed exclude using gist (c with &&) include (a) with (fillfactor = 60) using index tablespace sink_space
        where (a > 0) deferrable initially deferred,
    constraint exclusion_keys exclude (b collate "C" text_pattern_ops desc nulls last with operator(pg_catalog.=), (a + 1) with =),
    constraint exclusion_gone exclude (a with =),
    constraint exclusion_was exclude (b with =)
);
alter table exclusions add constraint exclusion_options exclude using gist (d gist__int_ops (numranges = 100) with &&) deferrable;
comment on constraint exclusion_changed on exclusions is 'one';

-- index
alter index exclusion_statistics alter column 1 set statistics 100;
create table exclusions_too (a int4range, b text, constraint exclusion_method exclude using gist (a with =), constraint exclusion_order exclude (b desc with =));
create table indexes (a integer, b text, c text, d tsvector);
create unique index index_changed on indexes (a) include (b) with (fillfactor = 70) tablespace sink_space where a > 0;
comment on index index_changed is 'one';
alter index index_changed depends on extension hstore;
create index index_extension on indexes (a, b);
alter index index_extension depends on extension hstore;
create index index_keys on indexes (b collate "C" text_pattern_ops desc nulls last, lower(c));
create index index_options on indexes using gist (d tsvector_ops (siglen = 100));
create index index_statistics on indexes ((a + 1));
alter index index_statistics alter column 1 set statistics 100;
\if :since_15
create unique index index_nulls on indexes (c) nulls not distinct;
\endif
create index index_gone on indexes (c);
create index index_was on indexes (c, a);
create index index_kept on indexes (a) with (fillfactor = 70) tablespace sink_space;
create index index_method on indexes (a);
create index parted_only on only parted (b);
create index parted_index on parted (c);
create index parted_index_two on parted (c);

-- statistics
create statistics statistics_changed (mcv, ndistinct) on a, b from indexes;
alter statistics statistics_changed set statistics 5;
comment on statistics statistics_changed is 'one';
\if :since_14
create statistics statistics_expressions on (a + 1), (lower(b)), c from indexes;
\endif
create statistics statistics_kept on a, b from indexes;
alter statistics statistics_kept set statistics 5;
create statistics statistics_gone on a, b from indexes;
create statistics statistics_was on a, c from indexes;
create statistics sink_changed.statistics_elsewhere on a, c from indexes;

-- view, materialized view
create view view_changed with (security_barrier, check_option = local) as select a, b from indexes where a > 0;
comment on view view_changed is 'one';
grant select on view_changed to sink_reader;
\if :since_15
create view view_invoker with (security_invoker) as select a from indexes;
\endif
create view view_query as select 1 as a;
create view view_gone as select 1 as a;
create view view_was as select 1 as a;
create materialized view matview_changed with (fillfactor = 70) tablespace sink_space as select a, b from indexes with no data;
create unique index matview_one on matview_changed (a);
create unique index matview_two on matview_changed (b);
alter materialized view matview_changed cluster on matview_one;
alter materialized view matview_changed replica identity full;
comment on materialized view matview_changed is 'one';
alter materialized view matview_changed depends on extension hstore;
grant select on matview_changed to sink_reader;
create materialized view matview_query as select a from indexes;
\if :since_15
create materialized view matview_method using method_heap as select a from indexes;
\else
create materialized view matview_method using method_heap as select a from indexes;
\endif
create materialized view matview_gone as select 1 as a;
create materialized view matview_was as select 1 as a;
create materialized view matview_columns as select a, b::text as b from indexes;
alter materialized view matview_columns alter b set storage external, alter b set statistics 500, alter a set (n_distinct = -0.5);
\if :since_14
alter materialized view matview_columns alter b set compression pglz;
\endif
create view view_columns as select a, b, c, d from indexes;
alter view view_columns alter a set default 1;
comment on column view_columns.b is 'one';
grant select (c) on view_columns to sink_reader;
comment on column view_columns.d is 'gone';

-- foreign key
create table referenced (a integer primary key, b integer, unique (a, b));
create table referenced_too (a integer primary key);
create table foreign_keys (
    a integer,
    b integer,
    c integer,
    constraint foreign_key_changed foreign key (a, b) references referenced (a, b) match full on update cascade on delete set null
        deferrable initially deferred,
    constraint foreign_key_to foreign key (a) references referenced (a),
    constraint foreign_key_gone foreign key (b) references referenced,
    constraint foreign_key_was foreign key (c) references referenced
);
\if :since_15
alter table foreign_keys add constraint foreign_key_part foreign key (a, b) references referenced (a, b) on delete set null (a);
\endif
alter table foreign_keys add constraint foreign_key_late foreign key (c) references referenced_too not valid;
comment on constraint foreign_key_changed on foreign_keys is 'one';
alter table parted add constraint parted_foreign foreign key (b) references referenced;
comment on constraint parted_foreign on parted_one is 'one';
alter table foreign_keys add constraint foreign_key_two foreign key (a, b) references referenced (a, b);

-- trigger
create trigger trigger_changed after insert or update of a, c on table_changed for each row when (new.a > 0) execute function noop('a', 'b');
comment on trigger trigger_changed on table_changed is 'one';
alter trigger trigger_changed on table_changed depends on extension hstore;
create trigger trigger_extension after insert on table_changed for each row execute function noop();
alter trigger trigger_extension on table_changed depends on extension hstore;
create trigger trigger_tables after update on table_changed referencing old table as old_one new table as new_one for each statement execute function noop();
create constraint trigger trigger_constraint after insert on table_changed from referenced deferrable initially deferred for each row execute function noop();
create constraint trigger trigger_said after insert on table_changed for each row execute function noop();
comment on constraint trigger_said on table_changed is 'one';
create trigger trigger_other after insert on table_changed for each row execute function noop();
alter table table_changed enable always trigger trigger_changed;
create trigger trigger_kept after insert on table_changed for each row execute function noop();
alter table table_changed enable always trigger trigger_kept;
create trigger trigger_parted after insert on parted for each row execute function noop();
alter table parted_one disable trigger trigger_parted;
create trigger trigger_events after insert or delete on table_changed for each row execute function noop();
create constraint trigger trigger_sort after insert on table_changed for each row execute function noop();
create trigger trigger_gone before insert on table_changed execute function noop();
create trigger trigger_was before insert on table_changed execute function noop();

-- policy
create policy policy_changed on table_changed as restrictive for update to sink_reader using (a > 0) with check (a > 1);
comment on policy policy_changed on table_changed is 'one';
create policy policy_other on table_changed for select using (true);
create policy policy_gone on table_changed using (true);
create policy policy_was on table_changed using (true);

-- rule
create rule rule_changed as on insert to columns where new.a > 0 do instead insert into owns values (new.a);
alter table columns enable always rule rule_changed;
comment on rule rule_changed on columns is 'one';
create rule rule_gone as on delete to columns do nothing;
create rule rule_was as on delete to columns do also insert into owns values (2);
create table ruled (a integer);
create rule rule_kept as on insert to ruled where new.a > 0 do instead insert into owns values (new.a);
alter table ruled enable always rule rule_kept;

-- default privileges
alter default privileges for role sink_owner in schema sink grant select on tables to sink_reader;
alter default privileges for role sink_owner grant usage on schemas to sink_reader;
alter default privileges for role sink_owner in schema sink grant usage on sequences to sink_reader;

-- event trigger
create event trigger event_trigger_changed on ddl_command_end when tag in ('CREATE TABLE', 'DROP VIEW') execute function on_event();
alter event trigger event_trigger_changed enable replica;
comment on event trigger event_trigger_changed is 'one';
create event trigger event_trigger_kept on sql_drop execute function on_event();
alter event trigger event_trigger_kept enable replica;
create event trigger event_trigger_gone on sql_drop execute function on_event();
create event trigger event_trigger_was on sql_drop execute function on_event();

-- subscription
create subscription subscription_changed connection 'host=one dbname=a' publication a, b with (connect = false, slot_name = one, synchronous_commit = local);
\if :since_14
alter subscription subscription_changed set (binary = true, streaming = true);
create subscription subscription_gone_14 connection 'dbname=a' publication a with (connect = false, binary = true, streaming = true);
\endif
\if :since_15
alter subscription subscription_changed set (disable_on_error = true);
create subscription subscription_rebuilt connection 'dbname=a' publication a with (connect = false, slot_name = none, two_phase = true);
create subscription subscription_gone_15 connection 'dbname=a' publication a with (connect = false, two_phase = true, disable_on_error = true);
\endif
\if :since_16
alter subscription subscription_changed set (origin = none, password_required = false, run_as_owner = true);
create subscription subscription_gone_16 connection 'dbname=a' publication a with (connect = false, origin = none, password_required = false, run_as_owner = true);
\endif
\if :since_17
create subscription subscription_failover connection 'dbname=a' publication a with (connect = false, slot_name = none, failover = true);
create subscription subscription_gone_17 connection 'dbname=a' publication a with (connect = false, failover = true);
\endif
alter subscription subscription_changed enable;
comment on subscription subscription_changed is 'one';
create subscription subscription_gone connection 'dbname=a' publication a with (connect = false);

-- publication
create publication publication_changed for table table_changed, indexes with (publish = 'insert, delete', publish_via_partition_root = true);
comment on publication publication_changed is 'one';
create publication publication_all for all tables;
create table published (a integer not null, b integer, c integer);
\if :since_15
create publication publication_filter for table published (a, b) where (a > 0);
create publication publication_schemas for tables in schema sink_changed, sink;
\endif
create publication publication_gone;
create publication publication_was;

-- what came with 17
\if :since_17
create domain domain_named as integer constraint domain_named_one not null;
comment on constraint domain_named_one on domain domain_named is 'one';
create domain domain_gone_17 as integer constraint domain_gone_one not null;
comment on constraint domain_gone_one on domain domain_gone_17 is 'gone';
create table excluded (a int4range, constraint excluded_one exclude using gist (a with =)) partition by list (a);
create table excluded_default partition of excluded default;
\endif

-- what came with 18
\if :since_18
create table commented (a integer not null);
comment on constraint commented_a_not_null on commented is 'one';
create table commented_gone (a integer not null);
comment on constraint commented_gone_a_not_null on commented_gone is 'gone';
create table virtuals (a integer, b integer generated always as (a + 1) virtual);
create table periods (
    a int4range,
    b daterange,
    c daterange,
    constraint periods_key primary key (a, b without overlaps),
    constraint periods_unique unique (a, c without overlaps)
);
create table period_keys (
    a int4range,
    b daterange,
    constraint period_key foreign key (a, period b) references periods (a, period b),
    constraint period_check check (not isempty(a)) not enforced
);
create table enforced (a integer constraint enforced_key references referenced not enforced);
create table named (a integer constraint named_one not null, b integer constraint named_b not null no inherit, c integer);
alter table named add constraint named_c not null c not valid;
create publication publication_generated for table virtuals with (publish_generated_columns = stored);
\endif
