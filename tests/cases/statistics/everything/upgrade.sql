-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of column public.t.b
DROP MATERIALIZED VIEW public.m;

-- hazard rebuild: statistics public.t.narrowed is dropped here and created again
DROP STATISTICS public.narrowed;

CREATE STATISTICS public."One ""expr""" ON (lower(c)) FROM public.t;

DROP STATISTICS public.goes;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN b TYPE bigint;

ALTER STATISTICS public.all_kinds SET STATISTICS 700;
COMMENT ON STATISTICS public.all_kinds IS 'after';

CREATE STATISTICS public.narrowed (dependencies) ON a, b FROM public.t;

CREATE MATERIALIZED VIEW public.m AS
SELECT t.a,
    t.b
   FROM public.t
WITH DATA;

CREATE STATISTICS public."of m" ON a, b FROM public.m;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.gone are lost
ALTER TABLE public.t DROP COLUMN gone;

-- lock: ACCESS EXCLUSIVE on public.dropped (blocks reads and writes)
-- hazard drop-table: the rows of public.dropped are lost
DROP TABLE public.dropped;
