-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;

-- hazard enum-rebuild: every column of type public.a is written anew; rows with a label that goes make it fail
ALTER TYPE public.a RENAME TO a_old;

-- hazard rename: what still says public.b for public.a fails
ALTER TYPE public.b RENAME TO a;

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;

-- hazard rename: what still says public.e for public.d fails
ALTER DOMAIN public.e RENAME TO d;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.a USING x::text::public.a,
    ALTER COLUMN x SET DEFAULT 'x'::public.a,
    ALTER COLUMN m TYPE public.d USING m::text::public.d;

DROP DOMAIN public.d_old;

DROP TYPE public.a_old;
