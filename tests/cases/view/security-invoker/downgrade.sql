-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
-- hazard rebuild: view public.changes is dropped here and created again
DROP VIEW public.changes;

CREATE VIEW public.changes WITH (security_invoker='true') AS
SELECT t.a
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
ALTER VIEW public.gets RESET (security_invoker);

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER VIEW public.loses SET (security_invoker='true');

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
DROP VIEW public.fresh;
