-- lock: ACCESS EXCLUSIVE on public.leaf (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard detach-partition: the rows of public.part are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.part;

-- lock: ACCESS EXCLUSIVE on public.leaf (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard detach-partition: the rows of public.leaf are not in public.part any more
ALTER TABLE public.part DETACH PARTITION public.leaf;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- locks public.t too, for a moment
-- hazard drop-table: the rows of public.part are lost
DROP TABLE public.part;

-- lock: ACCESS EXCLUSIVE on public.leaf (blocks reads and writes)
-- locks public.part too, for a moment
-- hazard drop-table: the rows of public.leaf are lost
DROP TABLE public.leaf;
