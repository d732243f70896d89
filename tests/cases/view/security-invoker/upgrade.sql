-- lock: ACCESS EXCLUSIVE on public.changes (blocks reads and writes)
CREATE OR REPLACE VIEW public.changes WITH (security_invoker='true') AS
SELECT t.a,
    t.a AS b
   FROM public.t;

CREATE VIEW public.fresh WITH (security_invoker='true') AS
SELECT t.a
   FROM public.t;

-- lock: ACCESS EXCLUSIVE on public.gets (blocks reads and writes)
ALTER VIEW public.gets SET (security_invoker='true');

-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
ALTER VIEW public.loses RESET (security_invoker);
