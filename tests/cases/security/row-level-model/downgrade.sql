-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
ALTER POLICY own ON public.notes RENAME TO former;

-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
-- hazard authorization: who sees which rows of public.notes changes
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;

-- lock: ACCESS EXCLUSIVE on public.notes (blocks reads and writes)
-- hazard authorization: who sees which rows of public.notes changes
DROP POLICY admins ON public.notes;
