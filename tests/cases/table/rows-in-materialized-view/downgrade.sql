-- lock: ACCESS EXCLUSIVE on public.nested (blocks reads and writes)
-- hazard drop-matview: the rows of public.nested must be computed again
-- hazard rebuild: materialized view public.nested is dropped here and created again because of column public.t.a
DROP MATERIALIZED VIEW public.nested;

-- lock: ACCESS EXCLUSIVE on public.kept (blocks reads and writes)
-- hazard drop-matview: the rows of public.kept must be computed again
-- hazard rebuild: materialized view public.kept is dropped here and created again because of column public.t.a
DROP MATERIALIZED VIEW public.kept;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- hazard rebuild: view public.w is dropped here and created again because of column public.t.a
DROP VIEW public.w;

-- lock: ACCESS EXCLUSIVE on public.becomes_a_view (blocks reads and writes)
DROP VIEW public.becomes_a_view;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit integer make it fail, or are changed
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t
    ALTER COLUMN a TYPE integer,
    DROP COLUMN c;

CREATE VIEW public.w AS
SELECT t.*::public.t AS r
   FROM public.t;

CREATE MATERIALIZED VIEW public.becomes_a_view AS
SELECT t.*::public.t AS r
   FROM public.t
WITH DATA;

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
