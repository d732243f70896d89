-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard add-check: public.events_1 is scanned under the lock
ALTER TABLE public.events_1 ADD CONSTRAINT positive CHECK (n >= 0);

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard add-key: the index of events_1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.events_1 ADD CONSTRAINT events_1_pkey PRIMARY KEY (id, at);

-- lock: SHARE on public.events_1 (blocks writes)
-- hazard create-index: writes to public.events_1 wait until the index is built
CREATE INDEX events_1_kind_idx ON public.events_1 USING btree (kind);

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.events (does not block reads or writes)
-- hazard attach-partition: public.events_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00');
