-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.x: partition constraint of relation "x" is violated by some row; a row was (a, b) = ('0', 'a') (ALTER TABLE ONLY public.q ATTACH PARTITION public.x FOR VALU ...)

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- hazard detach-partition: the rows of public.x are not in public.p any more, until it is attached again
ALTER TABLE public.p DETACH PARTITION public.x;

-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.q (does not block reads or writes)
-- hazard attach-partition: public.x is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.q ATTACH PARTITION public.x FOR VALUES FROM (5) TO (10);
