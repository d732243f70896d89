-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.doubled(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select $1 * 2$$;

CREATE MATERIALIZED VIEW public.other AS
SELECT public.doubled(t.id) AS d
   FROM public.t
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.shown (blocks reads and writes)
CREATE OR REPLACE VIEW public.shown AS
SELECT other.d
   FROM public.other,
    LATERAL ( SELECT 1 AS "?column?") l;

-- lock: ACCESS EXCLUSIVE on public.one (blocks reads and writes)
-- hazard drop-matview: the rows of public.one must be computed again
DROP MATERIALIZED VIEW public.one;
