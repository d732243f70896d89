-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
ALTER POLICY former ON public.notes RENAME TO own;

-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
-- hazard authorization: who sees which rows of public.notes changes
CREATE POLICY admins ON public.notes
    AS RESTRICTIVE
    FOR SELECT
    TO postgres
    USING (author in (select name from people where admin));

-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
-- hazard authorization: who sees which rows of public.notes changes
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
