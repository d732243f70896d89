-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.typed.f
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
ALTER TABLE public.typed NOT OF;

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- public.typed.f is text until column public.t.c is there again
-- hazard type-rewrite: public.typed is written anew, with its indexes
ALTER TABLE public.typed ALTER COLUMN f TYPE text;

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN c TYPE public.e USING c::text::public.e;

-- lock: ACCESS EXCLUSIVE on public.typed (blocks reads and writes)
-- hazard type-rewrite: public.typed is written anew, with its indexes
-- hazard type-narrows: values of public.typed.f that do not fit public.t make it fail, or are changed
ALTER TABLE public.typed
    ALTER COLUMN f TYPE public.t USING f::public.t,
    OF public.pair;

CREATE VIEW public.v AS
SELECT typed.f
   FROM public.typed;

DROP TYPE public.e_old;
