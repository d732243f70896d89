-- hazard authorization: what others may do with public.everything changes
GRANT MAINTAIN ON TABLE public.everything TO case_maintain_one;

-- hazard authorization: what others may do with public.gets changes
REVOKE MAINTAIN ON TABLE public.gets FROM case_maintain_one;

-- hazard authorization: what others may do with public.loses changes
GRANT MAINTAIN ON TABLE public.loses TO case_maintain_one;

-- hazard authorization: what others may do with public.option changes
REVOKE GRANT OPTION FOR MAINTAIN ON TABLE public.option FROM case_maintain_one;

-- hazard authorization: what others may do with public.owners changes
REVOKE MAINTAIN ON TABLE public.owners FROM postgres;

-- hazard authorization: what others may do with public.m changes
REVOKE MAINTAIN ON TABLE public.m FROM PUBLIC;

-- lock: ACCESS EXCLUSIVE on public.fresh (blocks reads and writes)
-- hazard drop-table: the rows of public.fresh are lost
DROP TABLE public.fresh;

-- hazard authorization: what others may do with default privileges for role postgres in schema public on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public REVOKE SELECT ON TABLES FROM case_maintain_two;
