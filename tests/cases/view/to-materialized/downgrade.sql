-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-matview: the rows of public.v must be computed again
DROP MATERIALIZED VIEW public.v;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;
