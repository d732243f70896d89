-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE public.loses SET ACCESS METHOD other;

-- lock: ACCESS EXCLUSIVE on public.loses1 (blocks reads and writes)
-- hazard move-data: the whole of public.loses1 is written anew
ALTER TABLE public.loses1 SET ACCESS METHOD heap;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gets2 (blocks reads and writes)
-- hazard drop-table: the rows of public.gets2 are lost
DROP TABLE public.gets2;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
ALTER TABLE public.gets SET ACCESS METHOD DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.fresh1 (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh1 are lost
DROP TABLE public.fresh1;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;
