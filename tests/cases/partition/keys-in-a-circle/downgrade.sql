-- lock: ACCESS EXCLUSIVE on public.a_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b_1 (blocks reads and writes)
ALTER TABLE public.b_1 DROP CONSTRAINT b_1_a_1;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b_1 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.a_1 (blocks writes)
-- hazard detach-partition: the rows of public.b_1 are not in public.b any more
ALTER TABLE public.b DETACH PARTITION public.b_1;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.a_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b_1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.a_1 are not in public.a any more
ALTER TABLE public.a DETACH PARTITION public.a_1;

-- lock: ACCESS EXCLUSIVE on public.a_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b_1 (blocks reads and writes)
-- locks public.a too, for a moment; locks public.b_1 too, for a moment
-- hazard drop-table: the rows of public.a_1 are lost
DROP TABLE public.a_1;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b_1 (blocks reads and writes)
-- hazard drop-table: the rows of public.b_1 are lost
DROP TABLE public.b_1;
