-- lock: ACCESS EXCLUSIVE on public.open (blocks reads and writes)
-- hazard drop-table: the rows of public.open are lost
DROP TABLE public.open;

-- lock: ACCESS EXCLUSIVE on public.closed (blocks reads and writes)
-- hazard drop-table: the rows of public.closed are lost
DROP TABLE public.closed;
