create table t (a integer, b text);
create schema other;
create function first_step(anyelement, anyelement) returns anyelement language sql immutable strict as 'select $1';
create aggregate first(anyelement) (sfunc = first_step, stype = anyelement);
comment on aggregate first(anyelement) is 'the first';
create aggregate rows(*) (sfunc = int8inc, stype = bigint, initcond = '0', parallel = safe);
comment on aggregate rows(*) is 'count(*)';
create function "Step (odd)"(text, integer, variadic text[]) returns text language sql immutable as 'select $1';
create aggregate "Odd ""name"""(x integer, variadic y text[]) (sfunc = "Step (odd)", stype = text, initcond = 'it''s \ ');
-- the server's own of the same name
create function int4pl(integer, integer) returns integer language sql immutable as 'select 1';
create aggregate own_sum(integer) (sfunc = public.int4pl, stype = integer, initcond = '  3');
create aggregate server_sum(integer) (sfunc = pg_catalog.int4pl, stype = integer, sspace = 64, sortop = >);
-- partial, with a state of its own kind
create aggregate average(bigint) (
    sfunc = int8_avg_accum, stype = internal, sspace = 48, finalfunc = numeric_poly_avg, finalfunc_modify = shareable,
    combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize, parallel = safe);
-- moving
create aggregate moving(integer) (
    sfunc = int4_avg_accum, stype = bigint[], finalfunc = int8_avg, initcond = '{0,0}',
    msfunc = int4_avg_accum, minvfunc = int4_avg_accum_inv, mstype = bigint[], msspace = 32,
    mfinalfunc = int8_avg, mfinalfunc_modify = read_write, minitcond = '{0,0}');
create aggregate moving_sum(integer) (
    sfunc = int4_sum, stype = bigint,
    msfunc = int4_avg_accum, minvfunc = int4_avg_accum_inv, mstype = bigint[], mfinalfunc = int2int4_sum, minitcond = '{0,0}');
-- ordered sets
create aggregate other.percentile(double precision order by anyelement) (
    sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
create aggregate other.most(order by anyelement) (
    sfunc = ordered_set_transition, stype = internal, finalfunc = mode_final, finalfunc_extra, finalfunc_modify = read_write);
create aggregate other.place(variadic "any" order by variadic "any") (
    sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
comment on aggregate other.place(variadic "any" order by variadic "any") is 'hypothetical';
create function plain_final(text) returns text language sql immutable as 'select $1';
create aggregate last_of(text) (sfunc = textcat, stype = text, finalfunc = plain_final, finalfunc_modify = read_write);
create view v as select first(a) as f, rows(*) as n, other.percentile(0.5) within group (order by a) as p from t;
create function total() returns bigint language sql begin atomic select rows(*) from t; end;
