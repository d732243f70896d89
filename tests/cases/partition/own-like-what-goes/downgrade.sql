-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard detach-partition: the rows of public.part are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.part;

-- lock: ACCESS EXCLUSIVE on public.stays (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.changes is dropped here and created again
DROP INDEX public.changes;

-- lock: SHARE on public.stays (blocks writes)
-- hazard create-index: writes to public.stays wait until the index is built
CREATE INDEX stays_k_idx ON public.stays USING btree (k);

-- lock: SHARE on public.stays (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX goes_idx ON public.t USING btree (k);

-- lock: SHARE on public.stays (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX changes ON public.t USING btree (l);

-- lock: SHARE ROW EXCLUSIVE on public.stays (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.t are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT goes FOREIGN KEY (k) REFERENCES public.t(id);

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard drop-index: waits for every query on public.part, and all others wait behind it
DROP INDEX public.part_l_k_idx;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part DROP CONSTRAINT part_pkey;
