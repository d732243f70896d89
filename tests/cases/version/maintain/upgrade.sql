-- hazard authorization: what others may do with public.everything changes
REVOKE MAINTAIN ON TABLE public.everything FROM case_maintain_one;

CREATE TABLE public.fresh (
    a integer
);
GRANT MAINTAIN ON TABLE public.fresh TO case_maintain_one;

-- hazard authorization: what others may do with public.gets changes
GRANT MAINTAIN ON TABLE public.gets TO case_maintain_one;

-- hazard authorization: what others may do with public.loses changes
REVOKE MAINTAIN ON TABLE public.loses FROM case_maintain_one;

-- hazard authorization: what others may do with public.option changes
GRANT MAINTAIN ON TABLE public.option TO case_maintain_one WITH GRANT OPTION;

-- hazard authorization: what others may do with public.owners changes
GRANT MAINTAIN ON TABLE public.owners TO postgres;

-- hazard authorization: what others may do with public.m changes
GRANT MAINTAIN ON TABLE public.m TO PUBLIC;

-- hazard authorization: what others may do with default privileges for role postgres in schema public on tables changes
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT ON TABLES TO case_maintain_two;
