CREATE TABLE public.t (
    k bigint,
    b boolean
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f(r public.t) RETURNS text
    LANGUAGE sql
    AS $$select 'x'::text$$;

CREATE VIEW public.v AS
SELECT public.f(a.*) AS x
   FROM public.t a;

ALTER TABLE public.t ADD COLUMN c public.v;
