-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-logged: the whole of public.t is written anew
ALTER TABLE public.t SET UNLOGGED;
-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
ALTER SEQUENCE public.s SET LOGGED;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard set-logged: the whole of public.u is written anew
ALTER TABLE public.u SET LOGGED;
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
ALTER SEQUENCE public.q SET UNLOGGED;
