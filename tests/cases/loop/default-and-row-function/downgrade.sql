-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

DROP FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;
