-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN c text;
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE ONLY public.t
    ALTER COLUMN c SET STORAGE MAIN,
    ALTER COLUMN c SET COMPRESSION pglz;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN c SET STORAGE MAIN;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ADD COLUMN d text;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN d SET STORAGE EXTERNAL;
