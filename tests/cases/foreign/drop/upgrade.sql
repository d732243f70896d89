CREATE TABLE public.t (
    a integer
);

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
DROP FOREIGN TABLE public.f;

-- hazard drop-user-mapping: a password in user mapping s.public is not known here
DROP USER MAPPING FOR PUBLIC SERVER s;

DROP SERVER s;

DROP FOREIGN DATA WRAPPER w;
