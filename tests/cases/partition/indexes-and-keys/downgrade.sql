-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-table: the rows of public.p2 are lost
DROP TABLE public.p2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-table: the rows of public.p1 are lost
DROP TABLE public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard drop-table: the rows of public.p are lost
DROP TABLE public.p;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard drop-table: the rows of public.r are lost
DROP TABLE public.r;
