-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.r DROP CONSTRAINT no_overlap;
