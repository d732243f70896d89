-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- public.t.c is text until view public.v is there again
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

CREATE MATERIALIZED VIEW public.v AS
SELECT t.a,
    count(*) AS n
   FROM public.t
  WHERE (t.id IS NOT NULL)
  GROUP BY t.a
WITH DATA;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit public.v make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE public.v USING c::public.v;
