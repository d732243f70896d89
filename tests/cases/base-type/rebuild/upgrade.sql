-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of base type public.word
DROP VIEW public.v;

-- hazard rebuild: function public.same(public.word) is dropped here and created again because of base type public.word
DROP FUNCTION public.same(public.word);

DROP CAST (integer AS public.word);

DO $kedge$
BEGIN
    IF EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.deptype IN ('n', 'a')
                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i
                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')
                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.word'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.word_out(public.word)'::regprocedure, 'public.word_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.word_out(public.word)'::regprocedure, 'public.word_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.word'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.word';
    END IF;
END
$kedge$;
-- it takes public.word_out(public.word), public.word_in(cstring) along: each needs the other, and nothing else is left that does
-- hazard rebuild: base type public.word is dropped here and created again
DROP TYPE public.word CASCADE;

-- a shell, until its functions are there
CREATE TYPE public.word;

CREATE FUNCTION public.word_in(cstring) RETURNS public.word
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int8in';

CREATE FUNCTION public.word_out(public.word) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int8out';

CREATE FUNCTION public.word_send(public.word) RETURNS bytea
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int8send';

CREATE TYPE public.word (
    INPUT = public.word_in,
    OUTPUT = public.word_out,
    SEND = public.word_send,
    INTERNALLENGTH = 8,
    PASSEDBYVALUE,
    ALIGNMENT = double,
    DEFAULT = '5'
);
COMMENT ON TYPE public.word IS 'a word';

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.same(public.word) RETURNS public.word
    LANGUAGE sql IMMUTABLE
    AS $$select $1$$;

CREATE CAST (bigint AS public.word) WITHOUT FUNCTION;

CREATE VIEW public.v AS
SELECT t.id,
    public.same('1'::public.word) AS one
   FROM public.t;
