-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN gone integer;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard drop-matview: the rows of public.w must be computed again
DROP MATERIALIZED VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-matview: the rows of public.v must be computed again
DROP MATERIALIZED VIEW public.v;
