-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of column public.t.a
DROP VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard drop-index: waits for every query on public.h, and all others wait behind it
-- hazard rebuild: index public.h.h_r is dropped here and created again because of column public.h.r
DROP INDEX public.h_r;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard rebuild: check public.h.h_r_check is dropped here and created again because of column public.h.r
ALTER TABLE public.h
    DROP CONSTRAINT h_r_check,
    ALTER COLUMN r DROP DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.gone are lost
ALTER TABLE public.t DROP COLUMN gone;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- public.h.r is text until column public.t.c is there again
-- hazard type-rewrite: public.h is written anew, with its indexes
ALTER TABLE public.h ALTER COLUMN r TYPE text;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE bigint,
    ADD COLUMN c integer DEFAULT 3,
    ADD COLUMN d text;

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.r that do not fit public.t make it fail, or are changed
-- hazard add-check: public.h is scanned under the lock
ALTER TABLE public.h
    ALTER COLUMN r TYPE public.t USING (left(r, -1) || repeat(',', 2) || ')')::public.t,
    ALTER COLUMN r SET STORAGE EXTERNAL,
    ALTER COLUMN r SET DEFAULT ROW((1)::bigint, 'y'::text, 3, NULL::text),
    ADD CONSTRAINT h_r_check CHECK ((r).a > 0);

-- lock: SHARE on public.h (blocks writes)
-- hazard create-index: writes to public.h wait until the index is built
CREATE INDEX h_r ON public.h USING btree (r);

CREATE VIEW public.w AS
SELECT (h.r).a AS a
   FROM public.h;
