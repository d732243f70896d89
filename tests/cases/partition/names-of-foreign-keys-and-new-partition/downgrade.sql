-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_k_fkey1;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_k_fkey;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part1 (blocks reads and writes)
-- hazard drop-table: the rows of public.part1 are lost
DROP TABLE public.part1;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard drop-table: the rows of public.part are lost
DROP TABLE public.part;

-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard drop-table: the rows of public.whole are lost
DROP TABLE public.whole;
