CREATE COLLATION public.gone (locale = 'C');

COMMENT ON COLLATION public.stays IS 'before';

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.gone;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.t_b;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t
    DROP CONSTRAINT t_c_check,
    DROP COLUMN c;

DROP TYPE public.pair;

DROP DOMAIN public.d;

DROP COLLATION public.parts;

DROP COLLATION "We ird"."No Case";
