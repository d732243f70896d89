-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_d (blocks reads and writes)
-- hazard detach-partition: the rows of public.events_d are not in public.events any more, until it is attached again
ALTER TABLE public.events DETACH PARTITION public.events_d;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard detach-partition: the rows of public.events_2 are not in public.events any more, until it is attached again
ALTER TABLE public.events DETACH PARTITION public.events_2;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.events_1 are not in public.events any more, until it is attached again
ALTER TABLE public.events DETACH PARTITION public.events_1;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.events (does not block reads or writes)
-- hazard attach-partition: public.events_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');

-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.events (does not block reads or writes)
-- hazard attach-partition: public.events_2 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('2024-02-01 00:00:00+00') TO ('2024-03-01 00:00:00+00');

-- lock: ACCESS EXCLUSIVE on public.events_d (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.events (does not block reads or writes)
-- hazard attach-partition: public.events_d is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_d DEFAULT;
