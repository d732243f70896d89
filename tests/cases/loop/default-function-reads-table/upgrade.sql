-- bodies may name what is created later
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.next_n() RETURNS integer
    LANGUAGE plpgsql
    AS $$begin return (select max(n) from t); end$$;

CREATE TABLE public.t (
    id integer,
    n integer DEFAULT public.next_n()
);
