-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- locks public.p too, for a moment; locks public.p too, for a moment
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-table: the rows of public.p2 are lost
DROP TABLE public.p2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-table: the rows of public.p1 are lost
DROP TABLE public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard drop-table: the rows of public.p are lost
DROP TABLE public.p;
