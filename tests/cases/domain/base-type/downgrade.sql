-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN y DROP DEFAULT;

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS integer
    CONSTRAINT d_check CHECK (VALUE > 0);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN x TYPE public.d USING x::text::public.d,
    ALTER COLUMN y TYPE public.d USING y::text::public.d,
    ALTER COLUMN y SET DEFAULT 3;

DROP DOMAIN public.d_old;
