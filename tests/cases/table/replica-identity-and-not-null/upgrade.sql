-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
ALTER TABLE public.t2 REPLICA IDENTITY USING INDEX i2b;

-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
ALTER TABLE public.t2 ALTER COLUMN a DROP NOT NULL;
