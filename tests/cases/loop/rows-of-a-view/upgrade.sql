-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- public.u.x is text until view public.v is there again
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u ALTER COLUMN x TYPE text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
-- hazard type-narrows: values of public.u.x that do not fit public.v make it fail, or are changed
ALTER TABLE public.u ALTER COLUMN x TYPE public.v USING x::public.v;
