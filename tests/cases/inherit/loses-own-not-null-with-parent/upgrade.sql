-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
ALTER TABLE public.parent
    ALTER COLUMN a DROP NOT NULL,
    ALTER COLUMN b DROP NOT NULL,
    ALTER COLUMN c DROP NOT NULL;
