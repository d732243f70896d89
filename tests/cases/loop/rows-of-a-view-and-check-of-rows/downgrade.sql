-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t
    ALTER COLUMN c DROP DEFAULT,
    DROP COLUMN c;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-matview: the rows of public.v must be computed again
DROP MATERIALIZED VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;
