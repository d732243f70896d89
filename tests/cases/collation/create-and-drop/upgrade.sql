CREATE COLLATION "We ird"."No Case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION public.parts (lc_collate = 'C', lc_ctype = 'POSIX');

COMMENT ON COLLATION public.stays IS 'it''s after';

CREATE DOMAIN public.d AS text COLLATE "We ird"."No Case";

CREATE TYPE public.pair AS (
    x text COLLATE public.parts,
    y public.d
);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t
    ALTER COLUMN a TYPE text,
    ADD COLUMN c text COLLATE "We ird"."No Case",
    ADD CONSTRAINT t_c_check CHECK ((c COLLATE public.parts) > 'a'::text);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_b ON public.t USING btree (b COLLATE public.parts);

CREATE VIEW public.v AS
SELECT (t.a COLLATE public.parts) AS a
   FROM public.t
  ORDER BY (t.a COLLATE public.parts);

DROP COLLATION public.gone;
