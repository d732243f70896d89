-- hazard drop-column: the values of public.c.b are lost wherever the type is stored
ALTER TYPE public.c DROP ATTRIBUTE b;

COMMENT ON TYPE public.c IS 'c';

-- refused by the server while a column of a table has the type public.c
ALTER TYPE public.c ALTER ATTRIBUTE a TYPE bigint;
COMMENT ON COLUMN public.c.a IS 'the a';

ALTER TYPE public.c ADD ATTRIBUTE z date;
