-- lock: ACCESS EXCLUSIVE on public.l (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.l_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.l, and all others wait behind it
-- hazard rebuild: index public.l.l_id is dropped here and created again
DROP INDEX public.l_id;

-- lock: SHARE on public.l_1 (blocks writes)
-- hazard create-index: writes to public.l_1 wait until the index is built
CREATE INDEX l_1_id ON public.l_1 USING btree (id);

-- lock: SHARE on public.l (blocks writes)
-- hazard create-index: writes to public.l wait until the index is built
CREATE INDEX l_id ON ONLY public.l USING btree (id);

ALTER INDEX public.part ATTACH PARTITION public.part_2;

-- lock: SHARE on public.t_3 (blocks writes)
-- hazard create-index: writes to public.t_3 wait until the index is built
CREATE INDEX part_3 ON public.t_3 USING btree (id);

ALTER INDEX public.part ATTACH PARTITION public.part_3;

-- lock: ACCESS EXCLUSIVE on public.k_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.k_1, and all others wait behind it
DROP INDEX public.k_1_pkey;

-- lock: ACCESS EXCLUSIVE on public.k_1 (blocks reads and writes)
-- hazard add-key: the index of k_1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.k_1 ADD CONSTRAINT k_1_pkey PRIMARY KEY (foo, id);

ALTER INDEX public.some_pkey ATTACH PARTITION public.k_1_pkey;
