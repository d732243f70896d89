-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.k makes it fail
ALTER TABLE public.p ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT key2,
    ALTER COLUMN id DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.id makes it fail
ALTER TABLE public.p ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of p1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (id, k);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of key is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT key PRIMARY KEY (id, k);
