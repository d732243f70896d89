-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT y TO y1;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT x TO x1;

ALTER INDEX public.z RENAME TO z1;
