-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.r RENAME CONSTRAINT renamed TO stays;

-- lock: ACCESS EXCLUSIVE on public.r_part (blocks reads and writes)
ALTER TABLE public.r_part RENAME CONSTRAINT r_part_id_key TO r_part_id_key1;

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

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard add-key: the index of part_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.part ADD CONSTRAINT part_pkey PRIMARY KEY (id);

-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q_part wait until the index is built
CREATE INDEX q_part_id_idx ON public.q_part USING btree (id);

-- lock: SHARE on public.q (blocks writes)
-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q wait until the index is built
CREATE INDEX q_one ON public.q USING btree (id);

-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q_part wait until the index is built
CREATE UNIQUE INDEX q_part_id_idx1 ON public.q_part USING btree (id);

-- lock: SHARE on public.q (blocks writes)
-- lock: SHARE on public.q_part (blocks writes)
-- hazard create-index: writes to public.q wait until the index is built
CREATE UNIQUE INDEX q_two ON public.q USING btree (id);

-- lock: ACCESS EXCLUSIVE on public.r_part (blocks reads and writes)
-- hazard add-key: the index of r_part_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.r_part ADD CONSTRAINT r_part_id_key UNIQUE (id);

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: SHARE on public.r_part (blocks writes)
-- hazard add-key: the index of gone is built under the lock; duplicates make it fail
ALTER TABLE public.r ADD CONSTRAINT gone UNIQUE (id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.one;

ALTER INDEX public.part_id_idx1 RENAME TO part_id_idx;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.part (blocks writes)
-- hazard add-key: the index of one is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT one PRIMARY KEY (id);
