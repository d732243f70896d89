-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- public.s.r is text until column public.part.c is there again
-- hazard type-rewrite: public.s is written anew, with its indexes
ALTER TABLE public.s ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.r is text until column public.p.b is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard type-rewrite: public.p is written anew, with its indexes
ALTER TABLE public.p
    ALTER COLUMN b TYPE bigint,
    ADD COLUMN c integer DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.p make it fail, or are changed
ALTER TABLE public.h ALTER COLUMN r TYPE public.p USING (left(r, -1) || repeat(',', 1) || ')')::public.p;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
ALTER TABLE public.q ADD COLUMN c integer DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- hazard type-rewrite: public.s is written anew, with its indexes
-- hazard type-narrows: values of public.s.r that do not fit public.part make it fail, or are changed
ALTER TABLE public.s ALTER COLUMN r TYPE public.part USING (left(r, -1) || repeat(',', 1) || ')')::public.part;
