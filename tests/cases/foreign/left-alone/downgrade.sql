-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
DROP FOREIGN TABLE public.f;
