-- lock: ACCESS EXCLUSIVE on public.new (blocks reads and writes)
-- hazard drop-table: the rows of public.new are lost
DROP TABLE public.new;
