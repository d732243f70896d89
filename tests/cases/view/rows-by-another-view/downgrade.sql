-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of column public.t.c
DROP MATERIALIZED VIEW public.m;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN c json DEFAULT '{}'::json NOT NULL;

CREATE MATERIALIZED VIEW public.m AS
SELECT v."row",
    v."row" AS again
   FROM public.v
WITH DATA;
