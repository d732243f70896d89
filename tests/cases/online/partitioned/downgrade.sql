-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
ALTER TABLE public.child ALTER COLUMN own DROP NOT NULL;

-- kedge:autocommit
DROP INDEX CONCURRENTLY public.t_1_other;

-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_other_fkey;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.t_foo;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT t_foo_check,
    ALTER COLUMN foo DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT p_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN id DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.o (blocks reads and writes)
ALTER TABLE public.o DROP CONSTRAINT o_id_check;
