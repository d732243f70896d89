-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

DROP FUNCTION public.f(public.e);

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('b', 'a', 'c');

CREATE DOMAIN public.d2 AS public.e;

CREATE TYPE public.c2 AS (
    x public.e
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.d2) RETURNS public.e
    LANGUAGE sql
    AS $$select $1::e$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.z that do not fit public.c2 make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.d2 USING x::text::public.d2,
    ALTER COLUMN x SET DEFAULT (NULL::public.e)::public.d2,
    ALTER COLUMN y TYPE public.d2[] USING y::text[]::public.d2[],
    ALTER COLUMN z TYPE public.c2 USING z::text::public.c2;

DROP TYPE public.c1;

DROP DOMAIN public.d1;

CREATE VIEW public.v AS
SELECT t.x,
    'b'::public.e AS y
   FROM public.t;

DROP TYPE public.e_old;
