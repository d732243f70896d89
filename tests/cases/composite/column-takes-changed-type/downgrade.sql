ALTER TYPE public.e ADD VALUE 'c';

-- hazard type-rewrite: every column of the composite type public.c is written anew
ALTER TYPE public.c RENAME TO c_old;
CREATE TYPE public.c AS (
    x public.e,
    y integer,
    z text
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN v TYPE integer USING v::text::integer,
    ALTER COLUMN w TYPE text USING w::text::text;

DROP TYPE public.c_old;
