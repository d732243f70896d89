-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent ALTER COLUMN a DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- hazard set-not-null: public.child is scanned; a NULL in public.child.a makes it fail
ALTER TABLE public.child ALTER COLUMN a SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent ALTER COLUMN b DROP NOT NULL;
