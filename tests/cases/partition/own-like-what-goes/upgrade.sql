-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.changes is dropped here and created again
DROP INDEX public.changes;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard add-key: the index of part_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.part ADD CONSTRAINT part_pkey PRIMARY KEY (id);

-- lock: SHARE on public.part (blocks writes)
-- hazard create-index: writes to public.part wait until the index is built
CREATE INDEX part_l_k_idx ON public.part USING btree (l, k);

-- lock: SHARE on public.stays (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX changes ON public.t USING btree (l, k);

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT goes;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.goes_idx;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- hazard attach-partition: public.part is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.part FOR VALUES FROM (1) TO (10);
