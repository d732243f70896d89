-- lock: ACCESS EXCLUSIVE on public.again (blocks reads and writes)
-- hazard drop-matview: the rows of public.again must be computed again
-- hazard rebuild: materialized view public.again is dropped here and created again
DROP MATERIALIZED VIEW public.again;

CREATE MATERIALIZED VIEW public.again AS
SELECT t.a
   FROM public.t
WITH DATA;
ALTER MATERIALIZED VIEW public.again REPLICA IDENTITY FULL;

-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
ALTER MATERIALIZED VIEW public.changes REPLICA IDENTITY FULL;

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER MATERIALIZED VIEW public.loses REPLICA IDENTITY NOTHING;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
ALTER MATERIALIZED VIEW public.stays REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.new (blocks reads and writes)
-- hazard drop-matview: the rows of public.new must be computed again
DROP MATERIALIZED VIEW public.new;
