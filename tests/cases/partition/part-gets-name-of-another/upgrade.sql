-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: unique public.t.key17 is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT key17;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
ALTER TABLE public.v RENAME CONSTRAINT v_id_key1 TO v_id_key;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.v (blocks writes)
-- hazard add-key: the index of key17 is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT key17 UNIQUE (id, b);
