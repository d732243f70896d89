-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of function public.f(integer)
DROP VIEW public.v;

-- hazard rebuild: function public.f(integer) is dropped here and created again
DROP FUNCTION public.f(integer);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(b integer) RETURNS integer
    LANGUAGE sql
    AS $$select $1$$;

CREATE VIEW public.v AS
SELECT public.f(1) AS x;
