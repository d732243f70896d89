-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p RENAME CONSTRAINT p_id_key TO p_id_key1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of p_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.p (blocks writes)
-- hazard add-key: the index of k is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT k UNIQUE (id);
