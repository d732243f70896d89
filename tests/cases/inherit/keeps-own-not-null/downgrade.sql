-- lock: ACCESS EXCLUSIVE on public.child (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.parent (blocks reads and writes)
-- hazard set-not-null: public.parent is scanned; a NULL in public.parent.a makes it fail
-- hazard set-not-null: public.parent is scanned; a NULL in public.parent.b makes it fail
ALTER TABLE public.parent
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN b SET NOT NULL;
