-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of view public.v
DROP VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again
DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;

CREATE VIEW public.w AS
SELECT v.a
   FROM public.v;
