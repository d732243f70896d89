-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.events (does not block reads or writes)
-- hazard attach-partition: public.events_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');
