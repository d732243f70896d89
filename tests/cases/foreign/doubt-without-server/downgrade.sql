-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
ALTER TABLE public.f OPTIONS (SET table_name 'x');
