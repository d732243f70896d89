-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard detach-partition: the rows of public.leaves are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.leaves;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- hazard add-key: the index of stays_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.stays ADD CONSTRAINT stays_pkey PRIMARY KEY (id);

-- lock: SHARE on public.stays (blocks writes)
-- hazard create-index: writes to public.stays wait until the index is built
CREATE INDEX stays_k_idx ON public.stays USING btree (k);

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.goes are lost
DROP TABLE public.goes;

-- lock: ACCESS EXCLUSIVE on public.above (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.below (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- hazard drop-table: the rows of public.below are lost
DROP TABLE public.below;

-- lock: ACCESS EXCLUSIVE on public.above (blocks reads and writes)
-- lock: SHARE on public.stays (blocks writes)
-- hazard add-key: the index of above_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.above ADD CONSTRAINT above_pkey PRIMARY KEY (id);

-- lock: SHARE on public.above (blocks writes)
-- lock: SHARE on public.stays (blocks writes)
-- hazard create-index: writes to public.above wait until the index is built
CREATE INDEX above_k_idx ON public.above USING btree (k);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.above (blocks writes)
-- hazard add-key: the index of t_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- lock: SHARE on public.above (blocks writes)
-- lock: SHARE on public.stays (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_k ON public.t USING btree (k);
