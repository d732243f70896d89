-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.r is text until view public.v is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again
DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.v make it fail, or are changed
ALTER TABLE public.h ALTER COLUMN r TYPE public.v USING r::public.v;
