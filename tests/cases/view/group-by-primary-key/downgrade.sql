-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    DROP CONSTRAINT t_pkey,
    ALTER COLUMN a DROP NOT NULL;
