-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_a is dropped here and created again because of collation public.ruled
DROP INDEX public.t_a;

CREATE COLLATION public.fresh (provider = icu, locale = 'fr', rules = '& b < c');
COMMENT ON COLLATION public.fresh IS 'with rules';

-- hazard type-rewrite: every column with collation public.plain is written anew
ALTER COLLATION public.plain RENAME TO plain_old;
CREATE COLLATION public.plain (provider = icu, locale = 'de', deterministic = false, rules = '& a < x');

-- hazard type-rewrite: every column with collation public.ruled is written anew
ALTER COLLATION public.ruled RENAME TO ruled_old;
CREATE COLLATION public.ruled (provider = icu, locale = 'und', rules = '&V << w <<< W & a < g');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.ruled USING a::text::text,
    ALTER COLUMN b TYPE text COLLATE public.plain USING b::text::text,
    ADD COLUMN c text COLLATE public.fresh;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_a ON public.t USING btree (a);

DROP COLLATION public.ruled_old;

DROP COLLATION public.plain_old;

DROP COLLATION public.gone;
