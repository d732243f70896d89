-- hazard rename: what still says public.a for public.b fails
ALTER TYPE public.a RENAME TO b;

-- hazard rename: what still says public.d for public.e fails
ALTER DOMAIN public.d RENAME TO e;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

CREATE TYPE public.a AS ENUM ('y', 'x', 'z');

CREATE DOMAIN public.d AS integer;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.x that do not fit public.a make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.a USING x::text::public.a,
    ALTER COLUMN x SET DEFAULT 'x'::public.a,
    ALTER COLUMN m TYPE public.d;
