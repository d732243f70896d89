-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.a makes it fail
ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT k2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of k1 is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT k1 PRIMARY KEY (a);

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 DROP CONSTRAINT own;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of p1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (a);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of p_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);
