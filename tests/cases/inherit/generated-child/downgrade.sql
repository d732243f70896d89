-- lock: ACCESS EXCLUSIVE on public.grandchild (blocks reads and writes)
-- hazard drop-table: the rows of public.grandchild are lost
DROP TABLE public.grandchild;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- hazard drop-table: the rows of public.child are lost
DROP TABLE public.child;

-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard drop-table: the rows of public.parent are lost
DROP TABLE public.parent;
