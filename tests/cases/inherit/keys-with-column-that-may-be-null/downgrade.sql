-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.k makes it fail
ALTER TABLE public.p ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- hazard add-key: the index of gone_key is built under the lock; duplicates make it fail
ALTER TABLE public.gone ADD CONSTRAINT gone_key PRIMARY KEY (k);

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
ALTER TABLE public.comes DROP CONSTRAINT comes_key;
