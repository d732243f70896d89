-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of function public.f(integer)
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: check public.t.t_b_check is dropped here and created again because of function public.f(integer)
ALTER TABLE public.t
    DROP CONSTRAINT t_b_check,
    ALTER COLUMN a DROP DEFAULT;

-- hazard rebuild: function public.f(integer) is dropped here and created again
DROP FUNCTION public.f(integer);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(a integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$select 2::bigint$$;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t
    ALTER COLUMN a SET DEFAULT public.f(1),
    ADD CONSTRAINT t_b_check CHECK (public.f(b) > 0);

CREATE VIEW public.v AS
SELECT public.f(t.a) AS x
   FROM public.t;
