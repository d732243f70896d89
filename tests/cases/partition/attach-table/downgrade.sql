-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard detach-partition: the rows of public.z are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.z;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard detach-partition: the rows of public.q are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.q;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
ALTER TABLE public.q ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
ALTER TABLE public.z ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard drop-index: waits for every query on public.z, and all others wait behind it
DROP INDEX public.z_b_idx;

-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard drop-column: the values of public.z.c are lost
ALTER TABLE public.z
    DROP CONSTRAINT k,
    DROP COLUMN c;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard drop-column: the values of public.q.c are lost
ALTER TABLE public.q
    DROP CONSTRAINT k,
    DROP COLUMN c;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.p_b_idx;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-column: the values of public.p.c are lost
ALTER TABLE public.p
    DROP CONSTRAINT k,
    DROP COLUMN c;
