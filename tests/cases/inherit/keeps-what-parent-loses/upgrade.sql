-- lock: ACCESS EXCLUSIVE on public.base (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE public.base DROP CONSTRAINT f_pos;

-- lock: ACCESS EXCLUSIVE on public.base (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE ONLY public.base DROP CONSTRAINT e_pos;

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER TABLE public.loses DROP CONSTRAINT e_pos;

-- lock: ACCESS EXCLUSIVE on public.base (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
-- hazard drop-column: the values of public.base.f are lost
ALTER TABLE public.base DROP COLUMN f;

-- lock: ACCESS EXCLUSIVE on public.base (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
-- hazard drop-column: the values of public.base.e are lost
ALTER TABLE ONLY public.base DROP COLUMN e;

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
-- hazard drop-column: the values of public.loses.e are lost
ALTER TABLE public.loses DROP COLUMN e;
