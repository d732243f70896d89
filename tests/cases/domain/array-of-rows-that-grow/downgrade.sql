-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-column: the values of public.u.too are lost
ALTER TABLE public.u DROP COLUMN too;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t DROP COLUMN c;
