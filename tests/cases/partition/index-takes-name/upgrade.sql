ALTER INDEX public.part_id_idx RENAME TO part_id_idx1;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.r RENAME CONSTRAINT stays TO renamed;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q_part (blocks reads and writes)
-- hazard drop-index: waits for every query on public.q, and all others wait behind it
-- hazard rebuild: index public.q.q_two is dropped here and created again
DROP INDEX public.q_two;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q_part (blocks reads and writes)
-- hazard drop-index: waits for every query on public.q, and all others wait behind it
-- hazard rebuild: index public.q.q_one is dropped here and created again
DROP INDEX public.q_one;

-- lock: SHARE on public.part (blocks writes)
-- hazard create-index: writes to public.part wait until the index is built
CREATE UNIQUE INDEX part_id_idx ON public.part USING btree (id);

-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q_part wait until the index is built
CREATE INDEX q_part_id_idx1 ON public.q_part USING btree (id);

-- lock: SHARE on public.q (blocks writes)
-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q wait until the index is built
CREATE INDEX q_one ON public.q USING btree (id);

-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q_part wait until the index is built
CREATE UNIQUE INDEX q_part_id_idx ON public.q_part USING btree (id);

-- lock: SHARE on public.q (blocks writes)
-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q wait until the index is built
CREATE UNIQUE INDEX q_two ON public.q USING btree (id);

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r_part (blocks reads and writes)
ALTER TABLE public.r DROP CONSTRAINT gone;

-- lock: ACCESS EXCLUSIVE on public.r_part (blocks reads and writes)
ALTER TABLE public.r_part RENAME CONSTRAINT r_part_id_key1 TO r_part_id_key;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT one;

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.part (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE UNIQUE INDEX one ON public.p USING btree (id);
