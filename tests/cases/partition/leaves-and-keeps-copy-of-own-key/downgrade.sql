-- lock: ACCESS EXCLUSIVE on public.eighth (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.half (does not block reads or writes)
-- hazard attach-partition: public.eighth is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.half ATTACH PARTITION public.eighth FOR VALUES FROM (10) TO (20);

COMMENT ON CONSTRAINT refers ON public.eighth IS NULL;

-- lock: ACCESS EXCLUSIVE on public.eighth (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.half (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard attach-partition: public.half is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.whole ATTACH PARTITION public.half FOR VALUES FROM (0) TO (10);
