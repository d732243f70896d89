-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.d (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.e (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.k makes it fail
ALTER TABLE public.p ALTER COLUMN k SET NOT NULL;
