-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard rebuild: primary key public.c.c_key is dropped here and created again because of column public.p.k
ALTER TABLE public.c DROP CONSTRAINT c_key;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN k DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard set-not-null: public.c is scanned; a NULL in public.c.k makes it fail
ALTER TABLE public.c ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard add-key: the index of c_key is built under the lock; duplicates make it fail
ALTER TABLE public.c ADD CONSTRAINT c_key PRIMARY KEY (id, k);
