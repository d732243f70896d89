-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
ALTER TABLE public.y NO INHERIT public.p;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- hazard detach-partition: the rows of public.x are not in public.q any more
ALTER TABLE public.q DETACH PARTITION public.x;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- the columns of public.x stay its own too, when the parent's are dropped
ALTER TABLE public.x INHERIT public.p;

-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.q (does not block reads or writes)
-- hazard attach-partition: public.y is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.q ATTACH PARTITION public.y FOR VALUES FROM (0) TO (10);
