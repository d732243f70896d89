-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- hazard type-rewrite: every column with collation public.c is written anew
ALTER COLLATION public.c RENAME TO c_old;
CREATE COLLATION public.c (provider = icu, locale = 'de');

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS text COLLATE public.c;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.c USING a::text::text,
    ALTER COLUMN a SET DEFAULT 'x'::text,
    ALTER COLUMN b TYPE text[] COLLATE public.c USING b::text[]::text[];

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u ALTER COLUMN d TYPE public.d USING d::text::public.d;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t
  WHERE (t.a > 'b'::text);

DROP DOMAIN public.d_old;

DROP COLLATION public.c_old;
