-- hazard rebuild: function public.f() is dropped here and created again because of view public.v
DROP FUNCTION public.f();

-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
DROP VIEW public.v;

CREATE MATERIALIZED VIEW public.v AS
SELECT t.a
   FROM public.t
WITH DATA;

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql STRICT COST 7
BEGIN ATOMIC
 SELECT NULL::integer AS int4
    FROM public.v;
END;
