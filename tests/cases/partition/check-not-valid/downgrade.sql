-- lock: ACCESS EXCLUSIVE on public.before (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard drop-table: the rows of public.before are lost
DROP TABLE public.before;

-- lock: ACCESS EXCLUSIVE on public.after (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard drop-table: the rows of public.after are lost
DROP TABLE public.after;

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard drop-table: the rows of public.parent are lost
DROP TABLE public.parent;
