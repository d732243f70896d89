-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_3 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.part is dropped here and created again
DROP INDEX public.part;

-- lock: ACCESS EXCLUSIVE on public.k (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.k_1 (blocks reads and writes)
-- hazard rebuild: primary key public.k.some_pkey is dropped here and created again
ALTER TABLE public.k DROP CONSTRAINT some_pkey;

-- lock: ACCESS EXCLUSIVE on public.k (blocks reads and writes)
-- hazard add-key: the index of some_pkey is built under the lock; duplicates make it fail
ALTER TABLE ONLY public.k ADD CONSTRAINT some_pkey PRIMARY KEY (foo, id);

-- lock: SHARE on public.k_1 (blocks writes)
-- hazard create-index: writes to public.k_1 wait until the index is built
CREATE UNIQUE INDEX k_1_pkey ON public.k_1 USING btree (foo, id);

ALTER INDEX public.l_id ATTACH PARTITION public.l_1_id;

-- lock: SHARE on public.t_1 (blocks writes)
-- hazard create-index: writes to public.t_1 wait until the index is built
CREATE INDEX part_1 ON public.t_1 USING btree (id);

-- lock: SHARE on public.t_2 (blocks writes)
-- hazard create-index: writes to public.t_2 wait until the index is built
CREATE INDEX part_2 ON public.t_2 USING btree (id);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX part ON ONLY public.t USING btree (id);

ALTER INDEX public.part ATTACH PARTITION public.part_1;
