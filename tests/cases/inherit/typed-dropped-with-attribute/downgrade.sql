ALTER TYPE public.c ADD ATTRIBUTE b text;

CREATE TABLE public.t (
    a integer,
    b text
);

ALTER TABLE public.t OF public.c;
