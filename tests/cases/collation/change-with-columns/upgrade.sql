-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of collation public.c
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_a is dropped here and created again because of collation public.c
DROP INDEX public.t_a;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- hazard type-rewrite: every column with collation public.c is written anew
ALTER COLLATION public.c RENAME TO c_old;
CREATE COLLATION public.c (provider = icu, locale = 'sv', deterministic = false);

-- hazard type-rewrite: every column of domain public.d is written anew
ALTER DOMAIN public.d RENAME TO d_old;
CREATE DOMAIN public.d AS text COLLATE public.c;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.c USING a::text::text,
    ALTER COLUMN a SET DEFAULT 'x'::text,
    ALTER COLUMN b TYPE text[] COLLATE public.c USING b::text[]::text[];

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_a ON public.t USING btree (a);

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard type-rewrite: public.u is written anew, with its indexes
ALTER TABLE public.u ALTER COLUMN d TYPE public.d USING d::text::public.d;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t
  WHERE (t.a > 'b'::text);

DROP DOMAIN public.d_old;

DROP COLLATION public.c_old;
