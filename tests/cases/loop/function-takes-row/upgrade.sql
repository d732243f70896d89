CREATE TABLE public.t (
    a integer,
    b integer
);

-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.ok(public.t) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$select $1.a > 0$$;

ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.ok(t.*));

CREATE INDEX t_ok ON public.t USING btree (public.ok(t.*));
