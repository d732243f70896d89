-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- public.t.id is text until base type public.word is there again
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN id TYPE text;

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
    AS 'int4in';

CREATE FUNCTION public.word_out(public.word) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS 'int4out';

CREATE TYPE public.word (
    INPUT = public.word_in,
    OUTPUT = public.word_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE,
    ALIGNMENT = int4,
    STORAGE = plain,
    CATEGORY = 'U',
    DELIMITER = ','
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.id that do not fit public.word make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN id TYPE public.word USING id::public.word;
