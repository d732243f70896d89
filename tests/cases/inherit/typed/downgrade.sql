-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

-- lock: ACCESS EXCLUSIVE on public.plain (blocks reads and writes)
-- hazard drop-table: the rows of public.plain are lost
DROP TABLE public.plain;

DROP TYPE public.kind;
