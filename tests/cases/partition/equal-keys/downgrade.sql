-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part RENAME CONSTRAINT part_id_key1 TO part_id_key2;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part RENAME CONSTRAINT part_id_key TO part_id_key1;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- hazard add-key: the index of part_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.part ADD CONSTRAINT part_id_key UNIQUE (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.part (blocks writes)
-- hazard add-key: the index of t_b is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b UNIQUE (id);
