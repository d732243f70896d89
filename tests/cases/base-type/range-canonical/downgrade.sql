-- hazard rebuild: function public.length_of(public.days) is dropped here and created again because of range public.days
DROP FUNCTION public.length_of(public.days);

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.days'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.days_canonical(public.days)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.days_canonical(public.days)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.days'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.days';
    END IF;
END
$kedge$;
-- it takes public.days_canonical(public.days) along: each needs the other, and nothing else is left that does
-- hazard rebuild: range public.days is dropped here and created again
DROP TYPE public.days CASCADE;

-- a shell, until its functions are there
CREATE TYPE public.days;

-- a shell, until its functions are there
CREATE TYPE public.gone;

CREATE FUNCTION public.days_canonical(public.days) RETURNS public.days
    LANGUAGE internal IMMUTABLE STRICT
    AS 'daterange_canonical';

CREATE TYPE public.days AS RANGE (
    subtype = date,
    multirange_type_name = public.many_days,
    canonical = public.days_canonical
);

CREATE FUNCTION public.gone_canonical(public.gone) RETURNS public.gone
    LANGUAGE internal IMMUTABLE STRICT
    AS 'daterange_canonical';

CREATE TYPE public.gone AS RANGE (
    subtype = date,
    multirange_type_name = public.gone_multirange,
    canonical = public.gone_canonical
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.length_of(public.days) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select upper($1) - lower($1)$$;

CREATE TABLE public.gone_table (
    id integer,
    gone public.gone
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.weeks'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.weeks_canonical(public.weeks)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.weeks_canonical(public.weeks)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.weeks'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.weeks';
    END IF;
END
$kedge$;
-- it takes public.weeks_canonical(public.weeks) along: each needs the other, and nothing else is left that does
-- hazard rebuild: range public.weeks is dropped here and created again
DROP TYPE public.weeks CASCADE;

CREATE TYPE public.weeks AS RANGE (
    subtype = date,
    multirange_type_name = public.weeks_multirange
);
