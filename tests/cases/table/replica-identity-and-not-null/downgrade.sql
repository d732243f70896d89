-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-not-null: public.t is scanned; a NULL in public.t.a makes it fail
ALTER TABLE public.t
    ALTER COLUMN a SET NOT NULL,
    REPLICA IDENTITY USING INDEX i;

-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- hazard set-not-null: public.t2 is scanned; a NULL in public.t2.a makes it fail
ALTER TABLE public.t2
    ALTER COLUMN a SET NOT NULL,
    REPLICA IDENTITY USING INDEX i2;
