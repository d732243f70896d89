-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.id makes it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-table: the rows of public.v are lost
DROP TABLE public.v;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-table: the rows of public.u are lost
DROP TABLE public.u;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p
    DROP CONSTRAINT own,
    ALTER COLUMN c DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of p_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.p (blocks writes)
-- hazard add-key: the index of gone is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT gone PRIMARY KEY (id);
