CREATE MATERIALIZED VIEW public.w AS
SELECT count(*) AS n
   FROM public.t
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.gone are lost
ALTER TABLE public.t DROP COLUMN gone;

CREATE MATERIALIZED VIEW public.v AS
SELECT public.shown(a.*) AS s
   FROM public.t a
WITH DATA;
