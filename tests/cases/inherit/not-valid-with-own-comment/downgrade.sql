-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.q (does not block reads or writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.r (does not block reads or writes)
ALTER TABLE public.p VALIDATE CONSTRAINT c;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard drop-table: the rows of public.r are lost
DROP TABLE public.r;

-- lock: ACCESS EXCLUSIVE on public.q2 (blocks reads and writes)
-- hazard drop-table: the rows of public.q2 are lost
DROP TABLE public.q2;

-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-table: the rows of public.p2 are lost
DROP TABLE public.p2;
