-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.f(integer) RETURNS integer
    LANGUAGE sql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 7
    SET work_mem TO '1MB'
    AS $$select 2$$;
COMMENT ON FUNCTION public.f(integer) IS 'one';

CREATE FUNCTION public.f(integer, b text DEFAULT 'x'::text, OUT c integer, VARIADIC d integer[] DEFAULT '{}'::integer[])
    LANGUAGE sql
    AS $$select 3$$;

CREATE FUNCTION public.g() RETURNS TABLE(a integer, "B c" text)
    LANGUAGE sql ROWS 5
    AS $$ select 1, 'it''s' $$;

CREATE PROCEDURE public.p(INOUT x integer)
    LANGUAGE plpgsql
    AS $$ begin x := 1; end $$;
