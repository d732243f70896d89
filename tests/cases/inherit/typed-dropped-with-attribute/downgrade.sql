ALTER TYPE public.c ADD ATTRIBUTE b text;

CREATE TABLE public.t OF public.c;
