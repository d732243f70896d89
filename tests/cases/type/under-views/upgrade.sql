-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of view public.v
DROP MATERIALIZED VIEW public.m;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of view public.v
DROP VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;
COMMENT ON VIEW public.v IS 'first';

CREATE VIEW public.w AS
SELECT ((v.a)::text || 'x'::text) AS b
   FROM public.v;

CREATE MATERIALIZED VIEW public.m AS
SELECT v.a
   FROM public.v
WITH DATA;

CREATE INDEX m_a ON public.m USING btree (a);
