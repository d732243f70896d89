-- lock: ACCESS EXCLUSIVE on public.s_1 (blocks reads and writes)
ALTER TABLE public.s_1 RENAME CONSTRAINT tag TO s_1_id_a_key;

-- lock: ACCESS EXCLUSIVE on public.s_1 (blocks reads and writes)
ALTER TABLE public.s_1 RENAME CONSTRAINT s_1_pkey TO tag;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.part_0 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: primary key public.t.t_ident is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT t_ident;

-- lock: ACCESS EXCLUSIVE on public.part_0 (blocks reads and writes)
ALTER TABLE public.part_0 RENAME CONSTRAINT part_0_id_key1 TO part_0_id_key;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- hazard add-key: the index of other_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.other ADD CONSTRAINT other_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.part_0 (blocks reads and writes)
-- hazard add-key: the index of part_0_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.part_0 ADD CONSTRAINT part_0_pkey PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: SHARE on public.part_0 (blocks writes)
-- hazard add-key: the index of ident is built under the lock; duplicates make it fail
ALTER TABLE public.part ADD CONSTRAINT ident PRIMARY KEY (id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.other (blocks writes)
-- lock: SHARE on public.part (blocks writes)
-- hazard add-key: the index of t_ident is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT t_ident PRIMARY KEY (id);
