-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS numeric(10,2);

-- hazard type-rewrite: every column of domain public.e is written anew
ALTER DOMAIN public.e RENAME TO e_old;
CREATE DOMAIN public.e AS numeric(10,2);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN d TYPE public.d USING d::text::public.d,
    ALTER COLUMN e TYPE public.e USING e::text::public.e;

DROP DOMAIN public.e_old;

DROP DOMAIN public.d_old;
