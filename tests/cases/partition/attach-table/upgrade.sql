-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.a makes it fail
-- hazard add-check: public.p is scanned under the lock
ALTER TABLE public.p
    ALTER COLUMN a SET NOT NULL,
    ADD COLUMN c integer DEFAULT 4,
    ADD CONSTRAINT k CHECK (b <> 'x'::text);

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_b_idx ON public.p1 USING btree (b);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX p_b_idx ON public.p USING btree (b);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard set-not-null: public.q is scanned; a NULL in public.q.a makes it fail
-- hazard add-check: public.q is scanned under the lock
ALTER TABLE public.q
    ALTER COLUMN a SET NOT NULL,
    ADD COLUMN c integer DEFAULT 4,
    ADD CONSTRAINT k CHECK (b <> 'x'::text);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.q is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.q FOR VALUES FROM (10) TO (20);

-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard set-not-null: public.z is scanned; a NULL in public.z.a makes it fail
-- hazard add-check: public.z is scanned under the lock
ALTER TABLE public.z
    ALTER COLUMN a SET NOT NULL,
    ADD COLUMN c integer DEFAULT 4,
    ADD CONSTRAINT k CHECK (b <> 'x'::text);

-- lock: SHARE on public.z (blocks writes)
-- hazard create-index: writes to public.z wait until the index is built
CREATE INDEX z_b_idx ON public.z USING btree (b);

-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.z is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.z FOR VALUES FROM (20) TO (30);
