-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- locks public.b too, for a moment
-- hazard drop-table: the rows of public.a are lost
DROP TABLE public.a;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard drop-table: the rows of public.b are lost
DROP TABLE public.b;
