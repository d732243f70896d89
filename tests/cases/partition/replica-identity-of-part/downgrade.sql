-- lock: ACCESS EXCLUSIVE on public.refers (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.w21 (blocks reads and writes)
-- hazard rebuild: foreign key public.refers.two is dropped here and created again because of primary key public.w21.w21_pkey
ALTER TABLE public.refers DROP CONSTRAINT two;

-- lock: ACCESS EXCLUSIVE on public.refers (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.w1 (blocks reads and writes)
-- hazard rebuild: foreign key public.refers.one is dropped here and created again because of primary key public.w1.w1_pkey
ALTER TABLE public.refers DROP CONSTRAINT one;

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.w1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.w2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.w21 (blocks reads and writes)
-- hazard rebuild: primary key public.w.w_pkey is dropped here and created again
ALTER TABLE public.w DROP CONSTRAINT w_pkey;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
-- hazard rebuild: index public.p.pi is dropped here and created again
DROP INDEX public.pi;

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE UNIQUE INDEX pi ON public.p USING btree (x);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p REPLICA IDENTITY USING INDEX pi;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 REPLICA IDENTITY USING INDEX p1_x_idx;

-- lock: ACCESS EXCLUSIVE on public.w1 (blocks reads and writes)
-- hazard add-key: the index of w1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.w1 ADD CONSTRAINT w1_pkey PRIMARY KEY (x);

-- lock: SHARE ROW EXCLUSIVE on public.refers (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.w1 (blocks writes)
-- hazard add-foreign-key: public.refers and public.w1 are locked against writes while the rows are checked
ALTER TABLE public.refers ADD CONSTRAINT one FOREIGN KEY (x) REFERENCES public.w1(x);

-- lock: ACCESS EXCLUSIVE on public.w21 (blocks reads and writes)
-- hazard add-key: the index of w21_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.w21 ADD CONSTRAINT w21_pkey PRIMARY KEY (x);

-- lock: SHARE ROW EXCLUSIVE on public.refers (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.w21 (blocks writes)
-- hazard add-foreign-key: public.refers and public.w21 are locked against writes while the rows are checked
ALTER TABLE public.refers ADD CONSTRAINT two FOREIGN KEY (x) REFERENCES public.w21(x);

-- lock: ACCESS EXCLUSIVE on public.w2 (blocks reads and writes)
-- lock: SHARE on public.w21 (blocks writes)
-- hazard add-key: the index of w2_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.w2 ADD CONSTRAINT w2_pkey PRIMARY KEY (x);

-- lock: ACCESS EXCLUSIVE on public.w (blocks reads and writes)
-- lock: SHARE on public.w1 (blocks writes)
-- lock: SHARE on public.w2 (blocks writes)
-- hazard add-key: the index of w_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.w ADD CONSTRAINT w_pkey PRIMARY KEY (x);
