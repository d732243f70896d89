-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

DROP FUNCTION public.f(public.d2);

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'b');

CREATE DOMAIN public.d1 AS public.e;

CREATE TYPE public.c1 AS (
    x public.e
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.e) RETURNS public.e
    LANGUAGE sql
    AS $$select $1$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.y that do not fit public.e[] make it fail, or are changed
-- hazard type-narrows: values of public.t.z that do not fit public.c1 make it fail, or are changed
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.d1 USING x::text::public.d1,
    ALTER COLUMN x SET DEFAULT (NULL::public.e)::public.d1,
    ALTER COLUMN y TYPE public.e[] USING y::text[]::public.e[],
    ALTER COLUMN z TYPE public.c1 USING z::text::public.c1;

CREATE VIEW public.v AS
SELECT t.x,
    'a'::public.e AS y
   FROM public.t;

DROP TYPE public.c2;

DROP DOMAIN public.d2;

DROP TYPE public.e_old;
