-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
ALTER TABLE public.b DROP CONSTRAINT f;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b DROP CONSTRAINT c;
