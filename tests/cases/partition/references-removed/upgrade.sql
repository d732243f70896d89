-- proven, but for rows that are not as it wants them: the downgrade fails over rows in public.f: insert or update on table "f" violates foreign key constraint "f_x_fkey"; Key (x)=(0) is not present in table "p". (ALTER TABLE public.f ADD CONSTRAINT f_x_fkey FOREIGN KEY (x) ...)

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT p_parent_fkey;

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
ALTER TABLE public.f DROP CONSTRAINT f_x_fkey;

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
