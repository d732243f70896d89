-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.key2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT key1 TO key2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.k makes it fail
ALTER TABLE public.t ALTER COLUMN k SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of key1 is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT key1 PRIMARY KEY (k);
