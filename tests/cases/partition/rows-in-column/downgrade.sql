-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard drop-column: the values of public.q.c are lost
ALTER TABLE public.q DROP COLUMN c;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard drop-column: the values of public.p.c are lost
ALTER TABLE public.p DROP COLUMN c;

-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- public.s.r is text until column public.part.b is there again
-- hazard type-rewrite: public.s is written anew, with its indexes
ALTER TABLE public.s ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.r is text until column public.p.b is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard type-rewrite: public.p is written anew, with its indexes
-- hazard type-narrows: values of public.p.b that do not fit integer make it fail, or are changed
ALTER TABLE public.p ALTER COLUMN b TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.p make it fail, or are changed
ALTER TABLE public.h ALTER COLUMN r TYPE public.p USING r::public.p;

-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- hazard type-rewrite: public.s is written anew, with its indexes
-- hazard type-narrows: values of public.s.r that do not fit public.part make it fail, or are changed
ALTER TABLE public.s ALTER COLUMN r TYPE public.part USING r::public.part;
