-- hazard rebuild: function public.f() is dropped here and created again because of materialized view public.v
DROP FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard drop-matview: the rows of public.v must be computed again
DROP MATERIALIZED VIEW public.v;

CREATE VIEW public.v AS
SELECT t.a
   FROM public.t;

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT NULL::integer AS int4
    FROM public.v;
END;
