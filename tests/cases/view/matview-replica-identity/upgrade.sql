-- lock: ACCESS EXCLUSIVE on public.again (blocks reads and writes)
-- hazard drop-matview: the rows of public.again must be computed again
-- hazard rebuild: materialized view public.again is dropped here and created again
DROP MATERIALIZED VIEW public.again;

CREATE MATERIALIZED VIEW public.again AS
SELECT t.a,
    t.b
   FROM public.t
WITH DATA;
ALTER MATERIALIZED VIEW public.again REPLICA IDENTITY FULL;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
ALTER MATERIALIZED VIEW public.changes REPLICA IDENTITY NOTHING;

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER MATERIALIZED VIEW public.loses REPLICA IDENTITY DEFAULT;

CREATE MATERIALIZED VIEW public.new AS
SELECT t.b
   FROM public.t
WITH DATA;
ALTER MATERIALIZED VIEW public.new REPLICA IDENTITY NOTHING;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
ALTER MATERIALIZED VIEW public.stays REPLICA IDENTITY FULL;
