-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT t_pkey TO k;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-logged: the whole of public.t is written anew
ALTER TABLE public.t SET UNLOGGED;
ALTER TABLE public.t SET (fillfactor='80', autovacuum_enabled='false', toast.autovacuum_enabled='false');
COMMENT ON TABLE public.t IS 'it''s -- a ; table
of two lines';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t
    ALTER COLUMN b SET STORAGE EXTERNAL,
    ALTER COLUMN b SET COMPRESSION pglz;
ALTER TABLE public.t
    ALTER COLUMN b SET STATISTICS 50,
    ALTER COLUMN b SET (n_distinct='-0.5');
COMMENT ON COLUMN public.t.b IS 'b';

COMMENT ON CONSTRAINT k ON public.t IS 'k';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX k;
ALTER TABLE public.t CLUSTER ON k;
