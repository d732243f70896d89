-- lock: ACCESS EXCLUSIVE on public.up (blocks reads and writes)
-- hazard drop-column: the values of public.up.n are lost
ALTER TABLE public.up DROP COLUMN n;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.n are lost
ALTER TABLE public.t DROP COLUMN n;
