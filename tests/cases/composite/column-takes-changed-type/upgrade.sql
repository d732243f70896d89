-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'b');

ALTER TYPE public.c ALTER ATTRIBUTE x TYPE public.e;

ALTER TYPE public.c ALTER ATTRIBUTE y TYPE bigint;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.v that do not fit public.c make it fail, or are changed
-- hazard type-narrows: values of public.t.w that do not fit public.c[] make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN v TYPE public.c USING v::text::public.c,
    ALTER COLUMN w TYPE public.c[] USING w::public.c[];

DROP TYPE public.e_old;
