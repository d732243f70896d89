-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT k1 TO k4;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 RENAME CONSTRAINT t1_id_key1 TO t1_id_key1_old;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 RENAME CONSTRAINT t1_id_key2 TO t1_id_key1;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 RENAME CONSTRAINT t1_id_key TO t1_id_key2;

-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
ALTER TABLE public.t1 RENAME CONSTRAINT t1_id_key1_old TO t1_id_key;
