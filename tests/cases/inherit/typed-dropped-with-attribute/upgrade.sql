-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

-- hazard drop-column: the values of public.c.b are lost wherever the type is stored
ALTER TYPE public.c DROP ATTRIBUTE b;
