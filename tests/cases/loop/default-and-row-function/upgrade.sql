CREATE TABLE public.t (
    a integer,
    b integer
);

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM public.t;
END;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.f();
