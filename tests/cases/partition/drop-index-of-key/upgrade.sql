-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.x;

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_b_idx ON public.p1 USING btree (b);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT k;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of own is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT own UNIQUE (a, b);
