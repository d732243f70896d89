-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard add-key: the index of part_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.part ADD CONSTRAINT part_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.whole (blocks writes)
-- hazard attach-partition: public.part is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.whole ATTACH PARTITION public.part FOR VALUES FROM (0) TO (10);
