-- lock: ACCESS EXCLUSIVE on public.leaf (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard drop-table: the rows of public.leaf are lost
DROP TABLE public.leaf;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.part are lost
DROP TABLE public.part;
