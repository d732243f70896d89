-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
ALTER TABLE public.gone DROP CONSTRAINT gone_key;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.gone (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN k DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- hazard set-not-null: public.comes is scanned; a NULL in public.comes.k makes it fail
ALTER TABLE public.comes ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.comes (blocks reads and writes)
-- hazard add-key: the index of comes_key is built under the lock; duplicates make it fail
ALTER TABLE public.comes ADD CONSTRAINT comes_key PRIMARY KEY (k);
