-- What from.sql is to become: each attribute at another value. What is called *_new is not in from.sql, and *_is was *_was there.
\ir cluster.sql

-- schema
create schema sink_changed;
comment on schema sink_changed is 'two';
alter schema sink_changed owner to sink_writer;
grant usage, create on schema sink_changed to sink_writer, sink_reader;
create schema sink_new;
create schema sink_is;

-- extension
create extension citext schema public;
create extension hstore schema public;
comment on extension citext is 'two';
revoke execute on function citext(inet) from public;
grant execute on function citext(character) to sink_writer with grant option;
revoke usage on type citext from public;
create extension pg_stat_statements schema public;
grant select (calls) on pg_stat_statements to sink_writer;
create extension intarray schema public;
create extension tcn;

-- functions that others use
create function noop() returns trigger language plpgsql as 'begin return null; end';
create function noop_two() returns trigger language plpgsql as 'begin return null; end';
create function on_event() returns event_trigger language plpgsql as 'begin end';
create function on_event_two() returns event_trigger language plpgsql as 'begin end';

-- collation
create collation of_libc (provider = libc, locale = 'C.utf8');
create collation of_two (provider = libc, lc_collate = 'POSIX', lc_ctype = 'C');
create collation of_icu (provider = libc, locale = 'C');
create collation loose (provider = icu, locale = 'und-u-ks-level2');
create collation collation_changed (provider = icu, locale = 'fr');
comment on collation collation_changed is 'two';
create collation collation_new (provider = icu, locale = 'fr');
create collation collation_is (provider = icu, locale = 'fr');
\if :since_16
create collation of_rules (provider = icu, locale = 'und', rules = '&b < c');
\endif

-- enum
create type enum_changed as enum ('sad', 'meh', 'ok', 'happy');
comment on type enum_changed is 'two';
grant usage on type enum_changed to sink_writer;
create type enum_new as enum ('a');
create type enum_is as enum ('a');

-- domain, and its checks
create domain domain_changed as text default 'z' not null constraint domain_first check (value <> 'b');
alter domain domain_changed add constraint domain_late check (value <> 'c');
comment on domain domain_changed is 'two';
comment on constraint domain_first on domain domain_changed is 'two';
grant usage on type domain_changed to sink_reader;
create domain domain_other as text collate "POSIX";
create domain domain_new as integer;
create domain domain_is as integer;

-- range
create type range_changed as range (subtype = varchar, subtype_opclass = varchar_ops, collation = "POSIX");
comment on type range_changed is 'two';
grant usage on type range_changed to sink_reader;
create function minus(float8, float8) returns float8 language sql immutable as 'select $1 - $2';
create type range_numbers as range (subtype = float8, subtype_diff = minus);
\if :since_14
create type range_many as range (subtype = int4, multirange_type_name = many_two);
\endif
create type range_canonical;
create function range_canon(range_canonical) returns range_canonical language internal immutable strict as 'int4range_canonical';
create function range_canon_two(range_canonical) returns range_canonical language internal immutable strict as 'int4range_canonical';
create type range_canonical as range (subtype = int4, canonical = range_canon_two);
create type range_new as range (subtype = int4);

-- base type
create type base_changed;
create function base_in_changed(cstring) returns base_changed language internal immutable strict as 'int8in';
create function base_out_changed(base_changed) returns cstring language internal immutable strict as 'int8out';
create type base_changed (input = base_in_changed, output = base_out_changed, internallength = 8, alignment = double, category = 'X',
    default = '7', delimiter = ':');
comment on type base_changed is 'two';
alter type base_changed owner to sink_owner;
grant usage on type base_changed to sink_writer;
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
create type base_set (input = base_in_set, output = base_out_set, send = base_send, typmod_out = base_mod_out, typmod_in = base_mod_in,
    analyze = base_analyze, storage = extended
\if :since_14
    , subscript = base_subscript_two
\endif
);
create type base_array;
create function base_in_array(cstring) returns base_array language internal immutable strict as 'point_in';
create function base_out_array(base_array) returns cstring language internal immutable strict as 'point_out';
create type base_array (input = base_in_array, output = base_out_array, internallength = 16, alignment = double);
create type base_text;
create function base_in_other(cstring) returns base_text language internal immutable strict as 'textin';
create function base_out_other(base_text) returns cstring language internal immutable strict as 'textout';
create type base_text (input = base_in_other, output = base_out_other);
create type base_full;
create function base_in_full(cstring) returns base_full language internal immutable strict as 'textin';
create function base_out_full(base_full) returns cstring language internal immutable strict as 'textout';
create function base_send_full(base_full) returns bytea language internal immutable strict as 'textsend';
create type base_full (input = base_in_full, output = base_out_full, send = base_send_full, analyze = base_analyze);
create type base_new;
create function base_in_new(cstring) returns base_new language internal immutable strict as 'int4in';
create function base_out_new(base_new) returns cstring language internal immutable strict as 'int4out';
create type base_new (input = base_in_new, output = base_out_new, like = integer);
create type base_is;
create function base_in_was(cstring) returns base_is language internal immutable strict as 'int4in';
create function base_out_was(base_is) returns cstring language internal immutable strict as 'int4out';
create type base_is (input = base_in_was, output = base_out_was, like = integer);

-- composite, attribute
create type composite_changed as (a bigint, b text collate "POSIX", attribute_is text, new text);
comment on type composite_changed is 'two';
comment on column composite_changed.a is 'two';
grant usage on type composite_changed to sink_reader;
create type composite_new as (a integer);
create type composite_is as (a integer);

-- foreign data wrapper, server, user mapping
create function handler_one() returns fdw_handler language c as '$libdir/postgres_fdw', 'postgres_fdw_handler';
create function handler_two() returns fdw_handler language c as '$libdir/file_fdw', 'file_fdw_handler';
create function validator_one(text[], oid) returns void language c as '$libdir/postgres_fdw', 'postgres_fdw_validator';
create function validator_two(text[], oid) returns void language c as '$libdir/file_fdw', 'file_fdw_validator';
create foreign data wrapper wrapper_changed handler handler_two validator validator_two;
create foreign data wrapper wrapper_options options (debug 'false', new 'x');
comment on foreign data wrapper wrapper_options is 'two';
grant usage on foreign data wrapper wrapper_options to sink_writer;
create foreign data wrapper wrapper_other;
create foreign data wrapper wrapper_new;
create foreign data wrapper wrapper_is;
create server server_changed type 'b' foreign data wrapper wrapper_other options (host 'b', new 'x');
comment on server server_changed is 'two';
grant usage on foreign server server_changed to sink_writer;
create server server_other version '2' foreign data wrapper wrapper_options options (host 'b', new 'x');
create server server_new foreign data wrapper wrapper_other;
create server server_is foreign data wrapper wrapper_other;
create user mapping for public server server_other options (user 'b', new 'x');
create user mapping for sink_writer server server_other options (user 'c');

-- sequence
create sequence sequence_changed as bigint start with 20 increment by 3 minvalue 6 maxvalue 200 cache 4;
comment on sequence sequence_changed is 'two';
grant select on sequence sequence_changed to sink_writer;
create table owns (a integer, b integer);
create sequence sequence_owned owned by owns.b;
\if :since_15
create sequence sequence_quick;
\endif
create sequence sequence_new;
create sequence sequence_is;

-- function
create function function_changed(a integer default 2) returns setof integer language plpgsql immutable
    parallel restricted cost 8 rows 6 set search_path = public set lock_timeout = '1s' as 'begin return next 1; end';
comment on function function_changed(integer) is 'two';
alter function function_changed(integer) depends on extension citext;
grant execute on function function_changed(integer) to sink_reader;
create function function_args(b integer, a integer, out c integer) language plpgsql as 'begin c := a; end';
create function function_mode(inout a integer) returns integer language sql as 'select 1';
create function function_library(text[], oid) returns void language c as '$libdir/file_fdw', 'file_fdw_validator';
create function function_support(text, text) returns boolean language internal support textregexeq_support as 'textlike';
create function function_window() returns integer language sql as 'select 1';
\if :since_14
create function function_body(a integer) returns integer language sql return a + 2;
create procedure procedure_body(a integer) language sql begin atomic; insert into owns values (a, a); end;
\endif
create function function_new() returns integer language sql as 'select 1';
create function function_is() returns integer language sql as 'select 1';

-- procedure
create procedure procedure_changed(a integer default 2) language plpgsql set work_mem = '6MB' as 'begin end';
comment on procedure procedure_changed(integer) is 'two';
alter procedure procedure_changed(integer) depends on extension citext;
grant execute on procedure procedure_changed(integer) to sink_reader;
create procedure procedure_args(inout b integer, a integer) language plpgsql as 'begin end';
create procedure procedure_library() language c as '$libdir/file_fdw', 'file_fdw_handler';
\if :since_14
create procedure procedure_out(out a integer) language plpgsql as 'begin end';
\endif
create procedure procedure_new() language sql as 'select 1';
create procedure procedure_is() language sql as 'select 1';

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
create aggregate aggregate_changed(bigint) (sfunc = accum, stype = internal, sspace = 64, finalfunc = numeric_poly_avg,
    finalfunc_modify = read_write, combinefunc = combine, serialfunc = serial, deserialfunc = deserial,
    msfunc = accum, minvfunc = accum_inv, mstype = internal, msspace = 64, mfinalfunc = numeric_poly_avg,
    mfinalfunc_modify = read_write, parallel = restricted);
comment on aggregate aggregate_changed(bigint) is 'two';
create aggregate aggregate_extension(integer) (sfunc = int4pl, stype = integer);
alter routine aggregate_extension(integer) depends on extension citext;
grant execute on function aggregate_changed(bigint) to sink_reader;
create aggregate aggregate_types(integer) (sfunc = step_two, stype = bigint, finalfunc = final_two, initcond = '1',
    msfunc = step_two, minvfunc = back_two, mstype = bigint, mfinalfunc = final_two, minitcond = '1');
create aggregate aggregate_extra(integer) (sfunc = int4pl, stype = integer, finalfunc = final_one,
    msfunc = int4pl, minvfunc = int4mi, mstype = integer, mfinalfunc = final_one, initcond = '0', minitcond = '0');
create aggregate aggregate_sorted(integer) (sfunc = int4larger, stype = integer, sortop = <);
create aggregate aggregate_place(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal,
    finalfunc = rank_final, finalfunc_extra);
create function arrays(integer, integer[]) returns integer language sql as 'select 1';
create aggregate aggregate_args(b integer[]) (sfunc = arrays, stype = integer);
create aggregate aggregate_kept(bigint) (sfunc = int8_avg_accum, stype = internal, sspace = 64, finalfunc = numeric_poly_sum,
    finalfunc_modify = read_write, combinefunc = combine, serialfunc = serial, deserialfunc = deserial,
    msfunc = int8_avg_accum, minvfunc = int8_avg_accum_inv, mstype = internal, msspace = 64, mfinalfunc = numeric_poly_sum,
    mfinalfunc_modify = read_write, parallel = restricted);
create aggregate aggregate_new(integer) (sfunc = int4pl, stype = integer);
create aggregate aggregate_is(integer) (sfunc = int4pl, stype = integer);

-- text search
create function p_start(internal, integer) returns internal language internal as 'prsd_start';
create function p_token(internal, internal, internal) returns internal language internal as 'prsd_nexttoken';
create function p_end(internal) returns void language internal as 'prsd_end';
create function p_headline(internal, internal, tsquery) returns internal language internal as 'prsd_headline';
create function p_lextype(internal) returns internal language internal as 'prsd_lextype';
create text search parser parser_changed (start = p_start, gettoken = p_token, end = p_end, headline = p_headline, lextypes = p_lextype);
comment on text search parser parser_changed is 'two';
create text search parser parser_new (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search parser parser_is (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create function t_init(internal) returns internal language internal as 'dsimple_init';
create function t_lexize(internal, internal, internal, internal) returns internal language internal as 'dsimple_lexize';
create text search template template_changed (init = t_init, lexize = t_lexize);
comment on text search template template_changed is 'two';
create text search template template_new (lexize = dsimple_lexize);
create text search template template_is (lexize = dsimple_lexize);
create text search dictionary dictionary_changed (template = simple, stopwords = german);
comment on text search dictionary dictionary_changed is 'two';
create text search dictionary dictionary_other (template = template_changed);
create text search dictionary dictionary_new (template = simple);
create text search dictionary dictionary_is (template = simple);
create text search configuration configuration_changed (parser = "default");
alter text search configuration configuration_changed add mapping for word, asciiword with dictionary_changed, simple;
comment on text search configuration configuration_changed is 'two';
create text search configuration configuration_other (parser = "default");
alter text search configuration configuration_other add mapping for word with dictionary_changed;
alter text search configuration configuration_other add mapping for numword with dictionary_changed, simple;
create text search configuration configuration_new (parser = "default");
create text search configuration configuration_is (parser = "default");

-- language, transform
create function call_one() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function call_two() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function inline_one(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function inline_two(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function valid_one(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create function valid_two(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language language_changed handler call_two inline inline_two validator valid_two;
comment on language language_changed is 'two';
grant usage on language language_changed to sink_writer;
create language language_trusted handler call_one;
create language language_new handler call_one;
create language language_is handler call_one;
create function transform_one(internal) returns internal language internal immutable as 'boolin';
create function transform_two(internal) returns internal language internal immutable as 'boolin';
create function into_one(internal) returns composite_changed language internal immutable as 'boolin';
create function into_two(internal) returns composite_changed language internal immutable as 'boolin';
create transform for composite_changed language language_changed (from sql with function transform_two(internal), to sql with function into_two(internal));
comment on transform for composite_changed language language_changed is 'two';
create transform for bigint language language_changed (from sql with function transform_one(internal));
create function into_uuid_one(internal) returns uuid language internal immutable as 'boolin';
create function into_uuid_two(internal) returns uuid language internal immutable as 'boolin';
create transform for uuid language language_changed (from sql with function transform_two(internal), to sql with function into_uuid_two(internal));
create transform for text language language_changed (from sql with function transform_one(internal));
create transform for date language language_changed (from sql with function transform_one(internal));
create function function_transforms() returns boolean transform for type date, for type text language language_changed as 'begin return 1; end';
create procedure procedure_transforms() transform for type date language language_changed as 'begin end';

-- operator
create function same(composite_changed, composite_changed) returns boolean language sql immutable as 'select true';
create function same_two(composite_changed, composite_changed) returns boolean language sql immutable as 'select true';
create operator === (function = same_two, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.===),
    restrict = neqsel, join = neqjoinsel);
comment on operator === (composite_changed, composite_changed) is 'two';
create operator !=== (function = same, leftarg = composite_changed, rightarg = composite_changed);
create operator <<<< (function = same, leftarg = composite_changed, rightarg = composite_changed);
create operator >>>> (function = same, leftarg = composite_changed, rightarg = composite_changed);
create operator ?== (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.==?));
create operator ==? (function = same, leftarg = composite_changed, rightarg = composite_changed, commutator = operator(sink.?==));
create operator ~== (function = same, leftarg = composite_changed, rightarg = composite_changed, restrict = neqsel, join = neqjoinsel);

-- cast
create function cast_one(integer) returns composite_changed language sql immutable as 'select null::sink.composite_changed';
create function cast_two(integer) returns composite_changed language sql immutable as 'select null::sink.composite_changed';
create function enum_int(enum_changed) returns integer language sql immutable as 'select 1';
create cast (integer as composite_changed) with function cast_two(integer);
comment on cast (integer as composite_changed) is 'two';
create cast (enum_changed as integer) with function enum_int(enum_changed) as assignment;
create cast (composite_changed as bigint) with inout;

-- access method
create function tree_one(internal) returns index_am_handler language internal as 'bthandler';
create function heap_one(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method method_changed type table handler heap_one;
comment on access method method_changed is 'two';
create access method method_heap type table handler heap_tableam_handler;
create access method method_heap_two type table handler heap_one;
create access method method_new type index handler tree_one;

-- conversion
\if :since_14
create function convert_two(integer, integer, cstring, internal, integer, boolean) returns integer language c strict as '$libdir/utf8_and_iso8859_1', 'utf8_to_iso8859_1';
\else
create function convert_two(integer, integer, cstring, internal, integer) returns void language c strict as '$libdir/utf8_and_iso8859_1', 'utf8_to_iso8859_1';
\endif
create conversion conversion_changed for 'UTF8' to 'LATIN1' from convert_two;
comment on conversion conversion_changed is 'two';
create conversion conversion_new for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion conversion_is for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;

create function box_cmp(box, box) returns integer language sql immutable as 'select 0';
create function circle_cmp(circle, circle) returns integer language sql immutable as 'select 0';
-- operator family, operator class
create operator family family_changed using btree;
alter operator family family_changed using btree add operator 2 <=(bigint, integer), function 1 (bigint, integer) btint84cmp(bigint, integer);
comment on operator family family_changed using btree is 'two';
create operator family family_orders using gist;
alter operator family family_orders using gist add operator 16 <->(point, point) for order by integer_ops,
    function 9 (point, point) gist_point_fetch(internal);
create operator family family_class using btree;
create operator family family_other using btree;
create operator family family_class_two using btree;
create operator family family_new using btree;
create operator family family_is using btree;
create operator class class_changed for type circle using btree family family_class_two as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 circle_cmp(circle, circle);
comment on operator class class_changed using btree is 'two';
create operator class class_storage for type polygon using gist as function 1 gist_poly_consistent(internal, polygon, smallint, oid, internal),
    function 2 gist_box_union(internal, internal), function 5 gist_box_penalty(internal, internal, internal),
    function 6 gist_box_picksplit(internal, internal), function 7 gist_box_same(box, box, internal), storage circle;
create operator class class_strategy for type lseg using btree as operator 5 >;
create operator class class_new for type box using btree family family_other as operator 3 =;
create operator class class_is for type box using btree family family_other as operator 2 <=;

-- table
create table table_changed (a integer primary key, b integer not null, c text) with (fillfactor = 80, toast_tuple_target = 256) tablespace sink_other;
create unique index table_one on table_changed (b);
create unique index table_two on table_changed (b, a);
alter table table_changed replica identity using index table_two;
alter table table_changed cluster on table_two;
comment on table table_changed is 'two';
grant select, insert on table_changed to sink_writer;
create table table_replica (a integer);
alter table table_replica replica identity nothing;
create table table_quick (a integer);
\if :since_15
create table table_method (a integer) using method_heap_two;
\else
create table table_method (a integer) using method_heap;
\endif
create table table_new (a integer);
create table table_is (a integer);

create table parted (a integer not null, b integer, c text) partition by range (a);
create table parted_one partition of parted for values from (0) to (10);
create table parted_two partition of parted for values from (10) to (30);
create table parted_new partition of parted for values from (30) to (40);
create table parted_other (a integer not null, b integer, c text) partition by list (a);
create table parted_moves partition of parted for values from (50) to (60);
create table parent_one (a integer);
create table parent_two (a integer);
create table child_changed (c integer) inherits (parent_one, parent_two);
create table child_other (a integer) inherits (parent_two);
create type typed_one as (a integer, b text);
create type typed_two as (a integer, b text);
create table typed_changed of typed_two;
create foreign table foreign_changed (a integer options (column_name 'two', new 'x'), b text) server server_other options (table_name 'b', new 'x');
create foreign table foreign_other (a integer) server server_other;

-- column
create table columns (
    a bigint default 2,
    b text collate "POSIX",
    c integer generated always as (1 + 2) stored,
    d integer generated always as identity (sequence name columns_two start with 20 increment by 6 minvalue 6 maxvalue 2000 cache 4),
    e text,
    f text,
    g integer,
    column_new integer,
    column_is integer
);
alter table columns alter e set storage main, alter e set statistics 600, alter g set (n_distinct = -0.6);
\if :since_14
alter table columns alter f set compression default;
\endif
comment on column columns.a is 'two';
grant update (a) on columns to sink_writer;
alter table child_changed alter a set default 6;
comment on column child_changed.a is 'two';

-- check
create table checks (
    a integer,
    constraint check_changed check (a > 10),
    constraint check_new check (a > 5),
    constraint check_is check (a > 2)
);
alter table checks add constraint check_late check (a > 3);
comment on constraint check_changed on checks is 'two';
create table parent_checked (a integer constraint parent_check check (a > 0));
create table child_checked () inherits (parent_checked);
comment on constraint parent_check on child_checked is 'two';

-- keys
create table keys (
    a integer,
    b integer,
    c integer,
    constraint key_changed primary key (b) include (c) with (fillfactor = 90) using index tablespace sink_other
);
comment on constraint key_changed on keys is 'two';
create table keys_new (a integer primary key);
create table keys_is (a integer, constraint key_is primary key (a));
create table uniques (
    a integer,
    b integer,
    c integer,
    constraint unique_changed unique (b) include (c) with (fillfactor = 90) using index tablespace sink_other,
    constraint unique_new unique (a, b),
    constraint unique_is unique (a, c)
);
comment on constraint unique_changed on uniques is 'two';
\if :since_15
alter table uniques add constraint unique_nulls unique (b);
\endif
alter table parted add constraint parted_key primary key (a);
alter table parted add constraint parted_unique unique (a, b), add constraint parted_unique_two unique (a, b);
create table keys_kept (
    a integer constraint key_kept primary key with (fillfactor = 80) using index tablespace sink_other,
    b integer constraint unique_kept unique with (fillfactor = 80) using index tablespace sink_other,
    c int4range,
    constraint exclusion_statistics exclude ((a + b) with =),
    constraint exclusion_kept exclude using gist (c with &&) with (fillfactor = 80) using index tablespace sink_other
);
comment on index key_kept is 'two';
comment on index unique_kept is 'two';
comment on index exclusion_kept is 'two';
create table parted_again (a integer not null, b integer) partition by range (b);
create table parted_again_one partition of parted_again default;
create table parted_keys (a integer not null, b integer not null) partition by range (a);
create table parted_keys_one partition of parted_keys for values from (0) to (10);
alter table parted_keys add constraint parted_keys_key primary key (a);
alter table parted_keys add constraint parted_keys_unique unique (a, b);

-- exclusion
create table exclusions (
    a integer,
    b text,
    c int4range,
    d integer[],
    constraint exclusion_changed exclude using gist (c with -|-) include (b) with (fillfactor = 70) using index tablespace sink_other
        where (a > 1),
    constraint exclusion_keys exclude (a desc nulls first with =, (b || 'x') collate "POSIX" varchar_pattern_ops with =),
    constraint exclusion_new exclude using hash (a with =),
    constraint exclusion_is exclude (b with =)
);
alter table exclusions add constraint exclusion_options exclude using gist (d gist__int_ops (numranges = 50) with &&);
comment on constraint exclusion_changed on exclusions is 'two';

-- index
alter index exclusion_statistics alter column 1 set statistics 200;
create table exclusions_too (a int4range, b text, constraint exclusion_method exclude using spgist (a with &&), constraint exclusion_order exclude (b with =));
create table indexes (a integer, b text, c text, d tsvector);
create index index_changed on indexes (a) include (c) with (fillfactor = 80) tablespace sink_other where a > 1;
comment on index index_changed is 'two';
alter index index_changed depends on extension citext;
create index index_extension on indexes (a, b);
alter index index_extension depends on extension citext;
create index index_keys on indexes (c collate "POSIX" varchar_pattern_ops nulls first, upper(b) desc);
create index index_options on indexes using gist (d tsvector_ops (siglen = 200));
create index index_statistics on indexes ((a + 1));
alter index index_statistics alter column 1 set statistics 200;
\if :since_15
create unique index index_nulls on indexes (c);
\endif
create index index_new on indexes using hash (c);
create index index_is on indexes (c, a);
create index index_kept on indexes (a) with (fillfactor = 80) tablespace sink_other;
create index index_method on indexes using hash (a);
create index parted_only on parted (b);
create index parted_index on parted (c);
create index parted_index_two on parted (c);

-- statistics
create statistics statistics_changed (mcv, dependencies) on b, c from indexes;
alter statistics statistics_changed set statistics 6;
comment on statistics statistics_changed is 'two';
\if :since_14
create statistics statistics_expressions on (a + 2), (lower(c)), b from indexes;
\endif
create statistics statistics_kept on a, b from indexes;
alter statistics statistics_kept set statistics 6;
create statistics statistics_new on a, b from indexes;
create statistics statistics_is on a, c from indexes;
create statistics sink.statistics_elsewhere on a, c from indexes;

-- view, materialized view
create view view_changed with (check_option = cascaded) as select a, b from indexes where a > 0;
comment on view view_changed is 'two';
grant insert on view_changed to sink_writer;
\if :since_15
create view view_invoker as select a from indexes;
\endif
create view view_query as select 2 as a;
create view view_new as select 1 as a;
create view view_of_itself as select 1 as a, 'b'::text collate "C" as "B";
create or replace view view_of_itself as table view_of_itself;
create view view_is as select 1 as a;
create materialized view matview_changed with (fillfactor = 80) tablespace sink_other as select a, b from indexes with no data;
create unique index matview_one on matview_changed (a);
create unique index matview_two on matview_changed (b);
alter materialized view matview_changed cluster on matview_two;
alter materialized view matview_changed replica identity nothing;
comment on materialized view matview_changed is 'two';
alter materialized view matview_changed depends on extension citext;
grant insert on matview_changed to sink_writer;
create materialized view matview_query as select a + 1 as a from indexes;
\if :since_15
create materialized view matview_method using method_heap_two as select a from indexes;
\else
create materialized view matview_method using method_heap as select a from indexes;
\endif
create materialized view matview_new as select 1 as a;
create materialized view matview_is as select 1 as a;
create materialized view matview_columns as select a, b::text as b from indexes;
alter materialized view matview_columns alter b set storage main, alter b set statistics 600, alter a set (n_distinct = -0.6);
\if :since_14
alter materialized view matview_columns alter b set compression default;
\endif
create view view_columns as select a, b, c, d from indexes;
comment on column view_changed.a is 'new';
alter view view_columns alter a set default 2;
comment on column view_columns.b is 'two';
grant update (c) on view_columns to sink_reader;

-- foreign key
create table referenced (a integer primary key, b integer, unique (a, b));
create table referenced_too (a integer primary key);
create table foreign_keys (
    a integer,
    b integer,
    c integer,
    constraint foreign_key_changed foreign key (a, b) references referenced (a, b) on update set null on delete cascade,
    constraint foreign_key_to foreign key (b) references referenced_too (a),
    constraint foreign_key_new foreign key (b) references referenced,
    constraint foreign_key_is foreign key (c) references referenced
);
\if :since_15
alter table foreign_keys add constraint foreign_key_part foreign key (a, b) references referenced (a, b) on delete set null (b);
\endif
alter table foreign_keys add constraint foreign_key_late foreign key (c) references referenced_too deferrable initially deferred;
comment on constraint foreign_key_changed on foreign_keys is 'two';
alter table parted add constraint parted_foreign foreign key (b) references referenced;
comment on constraint parted_foreign on parted_one is 'two';
alter table foreign_keys add constraint foreign_key_two foreign key (a, b) references referenced (b, a);

-- trigger
create trigger trigger_changed before insert or update of b on table_changed for each row when (new.a > 1) execute function noop_two('a', 'c');
comment on trigger trigger_changed on table_changed is 'two';
alter trigger trigger_changed on table_changed depends on extension citext;
create trigger trigger_extension after insert on table_changed for each row execute function noop();
alter trigger trigger_extension on table_changed depends on extension citext;
create trigger trigger_tables after update on table_changed referencing old table as old_two new table as new_two for each statement execute function noop();
create constraint trigger trigger_constraint after insert on table_changed from referenced_too for each row execute function noop();
create constraint trigger trigger_said after insert on table_changed for each row execute function noop();
comment on constraint trigger_said on table_changed is 'two';
create trigger trigger_other after insert on table_changed for each statement execute function noop();
alter table table_changed enable replica trigger trigger_changed;
create trigger trigger_kept after insert on table_changed for each row execute function noop();
alter table table_changed enable replica trigger trigger_kept;
create trigger trigger_parted after insert on parted for each row execute function noop();
alter table parted_one enable always trigger trigger_parted;
create trigger trigger_events after insert or update on table_changed for each row execute function noop();
create trigger trigger_sort after insert on table_changed for each row execute function noop();
create trigger trigger_new before insert on table_changed execute function noop();
create trigger trigger_is before insert on table_changed execute function noop();

-- policy
create policy policy_changed on table_changed as restrictive for update to sink_writer, sink_reader using (a > 1) with check (a > 2);
comment on policy policy_changed on table_changed is 'two';
create policy policy_other on table_changed as restrictive for delete using (true);
create policy policy_new on table_changed using (true);
create policy policy_is on table_changed using (true);

-- rule
create rule rule_changed as on update to columns where new.a > 1 do also insert into owns values (new.a + 1);
alter table columns enable replica rule rule_changed;
comment on rule rule_changed on columns is 'two';
create rule rule_new as on delete to columns do nothing;
create rule rule_is as on delete to columns do also insert into owns values (2);
create table ruled (a integer);
create rule rule_kept as on update to ruled where new.a > 1 do also insert into owns values (new.a + 1);
alter table ruled enable replica rule rule_kept;

-- default privileges
alter default privileges for role sink_owner in schema sink grant select, insert on tables to sink_writer;
alter default privileges for role sink_owner grant usage on schemas to sink_reader;
alter default privileges for role sink_owner in schema sink grant execute on functions to sink_reader;

-- event trigger
create event trigger event_trigger_changed on ddl_command_start when tag in ('CREATE TABLE', 'DROP TABLE') execute function on_event_two();
alter event trigger event_trigger_changed enable always;
comment on event trigger event_trigger_changed is 'two';
create event trigger event_trigger_kept on sql_drop execute function on_event();
alter event trigger event_trigger_kept enable always;
create event trigger event_trigger_new on sql_drop execute function on_event();
create event trigger event_trigger_is on sql_drop execute function on_event();

-- subscription
create subscription subscription_changed connection 'host=two dbname=a' publication a, c with (connect = false, slot_name = two, synchronous_commit = remote_write);
comment on subscription subscription_changed is 'two';
create subscription subscription_new connection 'dbname=b' publication b with (connect = false, slot_name = none, synchronous_commit = local);
create subscription subscription_new_enabled connection 'dbname=b' publication b with (connect = false);
alter subscription subscription_new_enabled enable;
\if :since_14
create subscription subscription_new_14 connection 'dbname=a' publication a with (connect = false, binary = true, streaming = true);
\endif
\if :since_15
create subscription subscription_rebuilt connection 'dbname=a' publication a with (connect = false, slot_name = none);
create subscription subscription_new_15 connection 'dbname=a' publication a with (connect = false, two_phase = true, disable_on_error = true);
\endif
\if :since_16
create subscription subscription_new_16 connection 'dbname=a' publication a with (connect = false, origin = none, password_required = false, run_as_owner = true);
\endif
\if :since_17
create subscription subscription_failover connection 'dbname=a' publication a with (connect = false, slot_name = none);
create subscription subscription_new_17 connection 'dbname=a' publication a with (connect = false, failover = true);
\endif

-- publication
create publication publication_changed for table table_changed, uniques with (publish = 'insert, update');
comment on publication publication_changed is 'two';
create publication publication_all;
create table published (a integer not null, b integer, c integer);
\if :since_15
create publication publication_filter for table published (a, b, c) where (a > 1);
create publication publication_schemas for tables in schema sink_changed;
\endif
create publication publication_new;
create publication publication_is;

-- what came with 17
\if :since_17
create domain domain_named as integer constraint domain_named_two not null;
comment on constraint domain_named_two on domain domain_named is 'two';
create domain domain_new_17 as integer constraint domain_new_one not null;
comment on constraint domain_new_one on domain domain_new_17 is 'new';
create table excluded (a int4range) partition by list (a);
create table excluded_default partition of excluded default;
create table excluded_new (a int4range, constraint excluded_new_one exclude using gist (a with =)) partition by list (a);
create table excluded_new_default partition of excluded_new default;
\endif

-- what came with 18
\if :since_18
create table commented (a integer not null);
comment on constraint commented_a_not_null on commented is 'two';
create table commented_new (a integer not null);
comment on constraint commented_new_a_not_null on commented_new is 'new';
create table virtuals (a integer, b integer generated always as (a + 1) stored);
create table periods (
    a int4range,
    b daterange,
    c daterange,
    constraint periods_key primary key (a, b),
    constraint periods_unique unique (a, c)
);
create table period_keys (
    a int4range,
    b daterange,
    constraint period_key foreign key (a, b) references periods (a, b),
    constraint period_check check (not isempty(a))
);
create table enforced (a integer constraint enforced_key references referenced);
create table named (a integer constraint named_two not null, b integer constraint named_b not null, c integer);
alter table named add constraint named_c not null c;
create publication publication_generated for table virtuals with (publish_generated_columns = none);
\endif

-- owner
alter collation collation_changed owner to sink_owner;
alter type enum_changed owner to sink_owner;
alter domain domain_changed owner to sink_owner;
alter type range_changed owner to sink_owner;
alter type composite_changed owner to sink_owner;
alter server server_changed owner to sink_owner;
alter sequence sequence_changed owner to sink_owner;
alter function function_changed(integer) owner to sink_owner;
alter procedure procedure_changed(integer) owner to sink_owner;
alter aggregate aggregate_changed(bigint) owner to sink_owner;
alter text search dictionary dictionary_changed owner to sink_owner;
alter text search configuration configuration_changed owner to sink_owner;
alter language language_changed owner to sink_owner;
alter operator === (composite_changed, composite_changed) owner to sink_owner;
alter conversion conversion_changed owner to sink_owner;
alter table table_changed owner to sink_owner;
alter view view_changed owner to sink_owner;
alter materialized view matview_changed owner to sink_owner;
alter publication publication_changed owner to sink_owner;
alter statistics statistics_changed owner to sink_owner;
alter foreign data wrapper wrapper_options owner to sink_super;
alter event trigger event_trigger_changed owner to sink_super;
alter operator family family_changed using btree owner to sink_owner;
alter operator class class_changed using btree owner to sink_owner;
