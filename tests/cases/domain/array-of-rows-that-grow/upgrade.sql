-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN c integer;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
ALTER TABLE public.u ADD COLUMN too text;
