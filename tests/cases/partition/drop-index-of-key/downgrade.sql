-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 RENAME CONSTRAINT own TO p1_a_b_key;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of k is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT k UNIQUE (a, b);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX x ON public.p USING btree (b);
