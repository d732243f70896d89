-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.id makes it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard add-key: the index of q_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.q ADD CONSTRAINT q_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.p are lost
DROP TABLE public.p;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.q (blocks writes)
-- hazard add-key: the index of t_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- lock: SHARE ROW EXCLUSIVE on public.other (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.other and public.t are locked against writes while the rows are checked
ALTER TABLE public.other ADD CONSTRAINT other_id_fkey FOREIGN KEY (id) REFERENCES public.t(id);

-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.t are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES public.t(id);
