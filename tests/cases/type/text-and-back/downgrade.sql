-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard drop-column: the values of public.r.c are lost
-- hazard drop-column: the values of public.r.k are lost
ALTER TABLE public.r
    DROP COLUMN c,
    DROP COLUMN k;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- public.t.c is text until column public.r.a is there again
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.r
    ADD COLUMN id integer,
    ADD COLUMN a name[] DEFAULT '{}'::name[];

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.c that do not fit public.d make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN c TYPE public.d USING c::public.d;
