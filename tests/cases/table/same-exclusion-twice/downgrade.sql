-- lock: ACCESS EXCLUSIVE on public.there (blocks reads and writes)
ALTER TABLE public.there
    DROP CONSTRAINT b,
    DROP CONSTRAINT a;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;
