-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard rename: what still says c29 for public.p.c fails
ALTER TABLE public.p RENAME COLUMN c29 TO c;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p RENAME CONSTRAINT ck2 TO ck;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rename: what still says c29 for public.p1.c fails
ALTER TABLE public.p1 RENAME COLUMN c29 TO c;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 RENAME CONSTRAINT ck2 TO ck;

-- lock: ACCESS EXCLUSIVE on public.p4 (blocks reads and writes)
-- hazard rename: what still says k2 for public.p4.k fails
ALTER TABLE public.p4 RENAME COLUMN k2 TO k;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (3);

-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p3 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p3 FOR VALUES FROM (5) TO (7);

-- lock: ACCESS EXCLUSIVE on public.p4 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p4 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p4 FOR VALUES FROM (7) TO (9);

-- lock: ACCESS EXCLUSIVE on public.q1 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.q (does not block reads or writes)
-- hazard attach-partition: public.q1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.q ATTACH PARTITION public.q1 FOR VALUES FROM (1) TO (3);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_k_fkey1;

-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.q are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_k_fkey3 FOREIGN KEY (k) REFERENCES public.q(id);
