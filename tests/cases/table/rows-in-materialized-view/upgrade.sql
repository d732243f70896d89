-- lock: ACCESS EXCLUSIVE on public.nested (blocks reads and writes)
-- hazard drop-matview: the rows of public.nested must be computed again
-- hazard rebuild: materialized view public.nested is dropped here and created again because of column public.t.c
DROP MATERIALIZED VIEW public.nested;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard drop-matview: the rows of public.kept must be computed again
-- hazard rebuild: materialized view public.kept is dropped here and created again because of column public.t.c
DROP MATERIALIZED VIEW public.kept;

-- lock: ACCESS EXCLUSIVE on public.becomes_a_view (blocks reads and writes)
-- hazard drop-matview: the rows of public.becomes_a_view must be computed again
DROP MATERIALIZED VIEW public.becomes_a_view;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t
    ALTER COLUMN a TYPE bigint,
    ADD COLUMN c integer DEFAULT 3;

CREATE VIEW public.becomes_a_view AS
SELECT t.*::public.t AS r
   FROM public.t;

CREATE MATERIALIZED VIEW public.kept AS
SELECT t.a,
    t.*::public.t AS r
   FROM public.t
WITH DATA;
COMMENT ON MATERIALIZED VIEW public.kept IS 'rows and all';

CREATE UNIQUE INDEX kept_a ON public.kept USING btree (a);

CREATE MATERIALIZED VIEW public.nested AS
SELECT array_agg(w.*) AS r
   FROM public.w
WITH DATA;
