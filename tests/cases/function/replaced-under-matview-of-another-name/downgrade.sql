CREATE OR REPLACE FUNCTION public.doubled(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
RETURN ($1 + $1);

CREATE MATERIALIZED VIEW public.one AS
SELECT public.doubled(t.id) AS d
   FROM public.t
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.shown (blocks reads and writes)
CREATE OR REPLACE VIEW public.shown AS
SELECT one.d
   FROM public.one,
    LATERAL ( SELECT 1 AS "?column?") l;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- hazard drop-matview: the rows of public.other must be computed again
DROP MATERIALIZED VIEW public.other;
