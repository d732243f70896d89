-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.b makes it fail
ALTER TABLE public.p ALTER COLUMN b SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard set-not-null: public.q is scanned; a NULL in public.q.b makes it fail
ALTER TABLE public.q ALTER COLUMN b SET NOT NULL;
