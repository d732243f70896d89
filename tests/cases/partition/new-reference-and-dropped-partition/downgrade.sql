CREATE TABLE public.p (
    id bigint
);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.other (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.other DROP CONSTRAINT other_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT t_pkey,
    ALTER COLUMN id DROP NOT NULL;

ALTER TABLE ONLY public.t ATTACH PARTITION public.p FOR VALUES FROM ('1') TO ('10');
