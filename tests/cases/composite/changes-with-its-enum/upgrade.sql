ALTER TYPE public.e ADD VALUE 'c';

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS text DEFAULT 'x'::text
    CONSTRAINT d_check CHECK (VALUE <> ''::text);

-- hazard type-rewrite: every column of the composite type public.c is written anew
ALTER TYPE public.c RENAME TO c_old;
CREATE TYPE public.c AS (
    x public.e,
    y bigint,
    z public.d
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN v TYPE public.c USING v::text::public.c,
    ALTER COLUMN w TYPE public.c[] USING w::text[]::public.c[];

DROP TYPE public.c_old;

DROP DOMAIN public.d_old;
