-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.r REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
ALTER TABLE public.c REPLICA IDENTITY DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
ALTER TABLE public.p ALTER COLUMN b DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- hazard set-not-null: public.c is scanned; a NULL in public.c.b makes it fail
ALTER TABLE public.c
    ALTER COLUMN b SET NOT NULL,
    REPLICA IDENTITY USING INDEX i;

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.q ALTER COLUMN b DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard set-not-null: public.r is scanned; a NULL in public.r.b makes it fail
ALTER TABLE public.r
    ALTER COLUMN b SET NOT NULL,
    REPLICA IDENTITY USING INDEX ri;
