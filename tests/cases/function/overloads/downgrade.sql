-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.f(integer) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
COMMENT ON FUNCTION public.f(integer) IS NULL;

DROP PROCEDURE public.p(integer);

DROP FUNCTION public.g();

DROP FUNCTION public.f(integer, text, integer[]);
