-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.t: insert or update on table "t" violates foreign key constraint "t_k_fkey1"; Key (k)=(1) is not present in table "q". (ALTER TABLE public.t ADD CONSTRAINT t_k_fkey1 FOREIGN KEY (k ...)

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p4 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p4 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p4;

-- lock: ACCESS EXCLUSIVE on public.p4 (blocks reads and writes)
-- hazard rename: what still says k for public.p4.k2 fails
ALTER TABLE public.p4 RENAME COLUMN k TO k2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p3 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p3;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard rename: what still says c for public.p.c29 fails
ALTER TABLE public.p RENAME COLUMN c TO c29;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p RENAME CONSTRAINT ck TO ck2;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rename: what still says c for public.p1.c29 fails
ALTER TABLE public.p1 RENAME COLUMN c TO c29;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 RENAME CONSTRAINT ck TO ck2;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_k_fkey3;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.q1 are not in public.q any more
ALTER TABLE public.q DETACH PARTITION public.q1;

-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.q are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_k_fkey1 FOREIGN KEY (k) REFERENCES public.q(id);
