-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
CREATE OR REPLACE VIEW public.v AS
SELECT t.id
   FROM public.t;

CREATE MATERIALIZED VIEW public.one AS
SELECT v.id AS d
   FROM public.v
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.zshown (blocks reads and writes)
CREATE OR REPLACE VIEW public.zshown AS
SELECT one.d
   FROM public.one,
    LATERAL ( SELECT 1 AS "?column?") l;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- hazard drop-matview: the rows of public.other must be computed again
DROP MATERIALIZED VIEW public.other;
