-- hazard rebuild: statistics public.t.retyped is dropped here and created again because of column public.t.b
DROP STATISTICS public.retyped;

-- hazard rebuild: statistics public.t.narrowed is dropped here and created again
DROP STATISTICS public.narrowed;

CREATE TABLE public.dropped (
    a integer,
    b integer
);

CREATE STATISTICS public.with_it ON a, b FROM public.dropped;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN gone integer;

-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of column public.t.b
DROP MATERIALIZED VIEW public.m;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.b that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN b TYPE integer;

ALTER STATISTICS public.all_kinds SET STATISTICS -1;
COMMENT ON STATISTICS public.all_kinds IS 'before';

CREATE STATISTICS public.goes (mcv) ON b, gone FROM public.t;

CREATE STATISTICS public.narrowed ON a, b FROM public.t;

CREATE STATISTICS public.retyped (ndistinct) ON b, c, ((a + b)) FROM public.t;

CREATE MATERIALIZED VIEW public.m AS
SELECT t.a,
    t.b
   FROM public.t
WITH DATA;

DROP STATISTICS public."One ""expr""";
