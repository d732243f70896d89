-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-table: the rows of public.u are lost
DROP TABLE public.u;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

ALTER TYPE public.kind ADD ATTRIBUTE b text;

-- hazard drop-column: the values of public.kind.new are lost wherever the type is stored
ALTER TYPE public.kind DROP ATTRIBUTE new;
