-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

CREATE MATERIALIZED VIEW public.v AS
SELECT t.a
   FROM public.t
WITH DATA;

CREATE UNIQUE INDEX v_a_idx ON public.v USING btree (a);
