-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard drop-index: waits for every query on public.h, and all others wait behind it
-- hazard rebuild: index public.h.h_s is dropped here and created again because of column public.h.s
DROP INDEX public.h_s;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.s is text until column public.t.c is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h
    ALTER COLUMN s TYPE text,
    ALTER COLUMN r DROP DEFAULT,
    ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.d[] make it fail, or are changed
-- hazard type-narrows: values of public.h.s that do not fit public.t make it fail, or are changed
ALTER TABLE public.h
    ALTER COLUMN r TYPE public.d[] USING r::public.d[],
    ALTER COLUMN r SET DEFAULT '{}'::public.d[],
    ALTER COLUMN s TYPE public.t USING s::public.t;

-- lock: SHARE on public.h (blocks writes)
-- hazard create-index: writes to public.h wait until the index is built
CREATE INDEX h_s ON public.h USING btree (s);
