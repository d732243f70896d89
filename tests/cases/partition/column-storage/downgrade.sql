-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN r TYPE character varying;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t ALTER COLUMN r SET STORAGE MAIN;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p
    ALTER COLUMN r SET STORAGE MAIN,
    ALTER COLUMN r SET COMPRESSION pglz;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.d are lost
-- hazard drop-column: the values of public.t.c are lost
ALTER TABLE public.t
    DROP COLUMN d,
    DROP COLUMN c;
