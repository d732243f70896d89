CREATE COLLATION public.gone (provider = icu, locale = 'und', rules = '& a < g');

-- hazard type-rewrite: every column with collation public.plain is written anew
ALTER COLLATION public.plain RENAME TO plain_old;
CREATE COLLATION public.plain (provider = icu, locale = 'de', deterministic = false);

-- hazard type-rewrite: every column with collation public.ruled is written anew
ALTER COLLATION public.ruled RENAME TO ruled_old;
CREATE COLLATION public.ruled (provider = icu, locale = 'und', rules = '&V << w <<< W');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t
    ALTER COLUMN a TYPE text COLLATE public.ruled USING a::text::text,
    ALTER COLUMN b TYPE text COLLATE public.plain USING b::text::text,
    DROP COLUMN c;

DROP COLLATION public.ruled_old;

DROP COLLATION public.plain_old;

DROP COLLATION public.fresh;
