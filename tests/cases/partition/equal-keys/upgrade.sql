-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_b;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part RENAME CONSTRAINT part_id_key1 TO part_id_key;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part RENAME CONSTRAINT part_id_key2 TO part_id_key1;
