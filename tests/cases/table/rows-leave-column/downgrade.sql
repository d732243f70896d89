CREATE TABLE public.goes (
    r public.t
);

-- lock: ACCESS EXCLUSIVE on public.h (blocks reads and writes)
-- hazard column-order: public.h.gone comes last, not before other as in the model
-- hazard type-rewrite: public.h is written anew, with its indexes
-- hazard type-narrows: values of public.h.other that do not fit public.t make it fail, or are changed
ALTER TABLE public.h
    ADD COLUMN gone public.t,
    ALTER COLUMN other TYPE public.t USING other::public.t;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.n are lost
ALTER TABLE public.t DROP COLUMN n;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- hazard drop-column: the values of public.comes.s are lost
-- hazard drop-column: the values of public.comes.r are lost
ALTER TABLE public.comes
    DROP COLUMN s,
    DROP COLUMN r;
