-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a TYPE text;

CREATE VIEW public.v AS
SELECT t.id,
    t.a
   FROM public.t;
REVOKE SELECT ON TABLE public.v FROM case_dpu_reader;

-- lock: ACCESS EXCLUSIVE on public.made (blocks reads and writes)
-- hazard drop-table: the rows of public.made are lost
DROP TABLE public.made;
