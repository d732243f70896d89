-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
CREATE OR REPLACE VIEW public.v AS
SELECT t.id
   FROM public.t
  WHERE (t.id > 0);

CREATE MATERIALIZED VIEW public.other AS
SELECT v.id AS d
   FROM public.v
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.zshown (blocks reads and writes)
CREATE OR REPLACE VIEW public.zshown AS
SELECT other.d
   FROM public.other,
    LATERAL ( SELECT 1 AS "?column?") l;

-- lock: ACCESS EXCLUSIVE on public.one (blocks reads and writes)
-- hazard drop-matview: the rows of public.one must be computed again
DROP MATERIALIZED VIEW public.one;
