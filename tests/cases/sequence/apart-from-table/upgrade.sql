-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard set-logged: the whole of public.t is written anew
ALTER TABLE public.t SET LOGGED;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard set-logged: the whole of public.u is written anew
ALTER TABLE public.u SET UNLOGGED;
