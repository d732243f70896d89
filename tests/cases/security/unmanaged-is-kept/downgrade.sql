-- lock: ACCESS EXCLUSIVE on public.m (blocks reads and writes)
-- hazard drop-matview: the rows of public.m must be computed again
-- hazard rebuild: materialized view public.m is dropped here and created again because of column public.t.a
DROP MATERIALIZED VIEW public.m;

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.a
DROP VIEW public.v;

-- hazard rebuild: function public.f(integer) is dropped here and created again
DROP FUNCTION public.f(integer);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(a integer) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
ALTER FUNCTION public.f(integer) OWNER TO case_unm_owner;
REVOKE EXECUTE ON FUNCTION public.f(integer) FROM PUBLIC;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN a TYPE text;

CREATE VIEW public.v AS
SELECT t.id,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO case_unm_owner;
GRANT UPDATE ON TABLE public.v TO case_unm_reader WITH GRANT OPTION;
GRANT SELECT (a) ON TABLE public.v TO case_unm_reader;

CREATE MATERIALIZED VIEW public.m AS
SELECT t.a
   FROM public.t
WITH DATA;
GRANT SELECT ON TABLE public.m TO PUBLIC;
GRANT SELECT (a) ON TABLE public.m TO case_unm_reader;
