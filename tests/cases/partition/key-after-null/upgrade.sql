-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.id makes it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p
    DROP CONSTRAINT key,
    ALTER COLUMN k DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of p1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of p_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.p (blocks writes)
-- hazard add-key: the index of key2 is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT key2 PRIMARY KEY (id);
