-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- hazard rebuild: function public.f(public.r) is dropped here and created again because of range public.r
DROP FUNCTION public.f(public.r);

-- hazard type-rewrite: every column of the range type public.r is written anew
ALTER TYPE public.r RENAME TO r_old;
ALTER FUNCTION public.r(integer, integer) RENAME TO r_old;
ALTER FUNCTION public.r(integer, integer, text) RENAME TO r_old;
ALTER FUNCTION public.r_multirange() RENAME TO r_multirange_old;
ALTER FUNCTION public.r_multirange(public.r_old) RENAME TO r_multirange_old;
ALTER FUNCTION public.r_multirange(VARIADIC public.r_old[]) RENAME TO r_multirange_old;
ALTER TYPE public.r_multirange RENAME TO r_multirange_old;
CREATE TYPE public.r AS RANGE (
    subtype = bigint,
    multirange_type_name = public.r_multirange
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(public.r) RETURNS integer
    LANGUAGE sql
    AS $$select lower($1)::int$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE public.r USING a::text::public.r,
    ALTER COLUMN a SET DEFAULT public.r((1)::bigint, (2)::bigint),
    ALTER COLUMN b TYPE public.r_multirange USING b::text::public.r_multirange,
    ALTER COLUMN c TYPE public.r[] USING c::text[]::public.r[];

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;
COMMENT ON COLUMN public.v.a IS 'kept';

DROP TYPE public.r_old;
