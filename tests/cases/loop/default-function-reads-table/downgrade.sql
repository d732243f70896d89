-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-table: the rows of public.t are lost
DROP TABLE public.t;

DROP FUNCTION public.next_n();
