-- lock: ACCESS EXCLUSIVE on public.on_keeps (blocks reads and writes)
DROP VIEW public.on_keeps;

-- lock: ACCESS EXCLUSIVE on public.of_rows (blocks reads and writes)
DROP VIEW public.of_rows;

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
ALTER TABLE public.whole ADD COLUMN b text DEFAULT 'x'::text;

-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- hazard drop-table: the rows of public.keeps are lost
DROP TABLE public.keeps;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.grandchild (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent ADD COLUMN d integer DEFAULT 1;

-- lock: ACCESS EXCLUSIVE on public.grandchild (blocks reads and writes)
-- hazard drop-table: the rows of public.grandchild are lost
DROP TABLE public.grandchild;

-- lock: ACCESS EXCLUSIVE on public.goes (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard drop-table: the rows of public.goes are lost
DROP TABLE public.goes;
