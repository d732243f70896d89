-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT k TO t_pkey;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-logged: the whole of public.t is written anew
ALTER TABLE public.t SET LOGGED;
ALTER TABLE public.t RESET (fillfactor, autovacuum_enabled, toast.autovacuum_enabled);
COMMENT ON TABLE public.t IS NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
ALTER TABLE public.t SET WITHOUT CLUSTER;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ALTER COLUMN b SET STORAGE EXTENDED,
    ALTER COLUMN b SET COMPRESSION default;
ALTER TABLE public.t
    ALTER COLUMN b SET STATISTICS -1,
    ALTER COLUMN b RESET (n_distinct);
COMMENT ON COLUMN public.t.b IS NULL;

COMMENT ON CONSTRAINT t_pkey ON public.t IS NULL;
