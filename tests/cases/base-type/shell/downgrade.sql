COMMENT ON TYPE public."Stays" IS NULL;

CREATE TYPE public.gone;

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
                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = 'public.filled'::regtype)
                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN ('public.filled_out(public.filled)'::regprocedure, 'public.filled_in(cstring)'::regprocedure))
                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass
                      AND d.refobjid IN ('public.filled_out(public.filled)'::regprocedure, 'public.filled_in(cstring)'::regprocedure)
                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> 'public.filled'::regtype))) THEN
        RAISE EXCEPTION 'something else needs the type %', 'public.filled';
    END IF;
END
$kedge$;
-- it takes public.filled_out(public.filled), public.filled_in(cstring) along: each needs the other, and nothing else is left that does
-- hazard rebuild: base type public.filled is dropped here and created again
DROP TYPE public.filled CASCADE;

CREATE TYPE public.filled;
COMMENT ON TYPE public.filled IS 'soon';

DROP FUNCTION public.of_new(public.new);

DROP TYPE public.new;
