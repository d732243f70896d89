-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT k1;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of k2 is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT k2 PRIMARY KEY (b);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p
    DROP CONSTRAINT p_pkey,
    ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard set-not-null: public.p1 is scanned; a NULL in public.p1.a makes it fail
ALTER TABLE public.p1 ALTER COLUMN a SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of own is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT own PRIMARY KEY (a, b);
