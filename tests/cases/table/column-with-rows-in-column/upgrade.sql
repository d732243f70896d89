-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.r is text until column public.t.b is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.d[] make it fail, or are changed
ALTER TABLE public.h ALTER COLUMN r TYPE public.d[] USING r::public.d[];
