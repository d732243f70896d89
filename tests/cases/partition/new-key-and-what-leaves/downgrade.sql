CREATE TABLE public.below (
    id bigint NOT NULL,
    k integer NOT NULL,
    CONSTRAINT below_pkey PRIMARY KEY (k)
);

CREATE TABLE public.goes (
    id bigint NOT NULL,
    k integer NOT NULL,
    CONSTRAINT goes_pkey PRIMARY KEY (id, k)
);

-- lock: ACCESS EXCLUSIVE on public.above (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.t_k;

-- lock: ACCESS EXCLUSIVE on public.above (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- scans public.stays
ALTER TABLE ONLY public.above ATTACH PARTITION public.below FOR VALUES FROM ('20') TO ('30');

ALTER TABLE ONLY public.t ATTACH PARTITION public.goes FOR VALUES FROM ('1') TO ('10');

-- lock: ACCESS EXCLUSIVE on public.leaves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- hazard attach-partition: public.leaves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.leaves FOR VALUES FROM ('10') TO ('20');
