-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

ALTER DOMAIN public.d DROP CONSTRAINT k;

-- hazard rebuild: function public.ok(public.e) is dropped here and created again because of enum public.e
DROP FUNCTION public.ok(public.e);

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a');

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS public.e
    CONSTRAINT k CHECK ((VALUE IS NULL) OR (VALUE IS NOT NULL));

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.ok(public.e) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$select true$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN c TYPE public.d USING c::text::public.d,
    ALTER COLUMN b TYPE public.e USING b::text::public.e,
    ALTER COLUMN b SET DEFAULT 'a'::public.e;

DROP DOMAIN public.d_old;

DROP TYPE public.e_old;
