-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'b');

ALTER DOMAIN public.d DROP CONSTRAINT d_check;

ALTER DOMAIN public.d DROP DEFAULT;

-- hazard type-rewrite: every column of the composite type public.c is written anew
ALTER TYPE public.c RENAME TO c_old;
CREATE TYPE public.c AS (
    x public.e,
    y integer,
    z public.d
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN v TYPE public.c USING v::text::public.c,
    ALTER COLUMN w TYPE public.c[] USING w::text[]::public.c[];

DROP TYPE public.c_old;

DROP TYPE public.e_old;
