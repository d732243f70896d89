-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- hazard detach-partition: the rows of public.x are not in public.q any more, until it is attached again
ALTER TABLE public.q DETACH PARTITION public.x;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.x is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.x FOR VALUES FROM (0) TO (10);
