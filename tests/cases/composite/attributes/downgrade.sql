-- hazard drop-column: the values of public.c.z are lost wherever the type is stored
ALTER TYPE public.c DROP ATTRIBUTE z;

COMMENT ON TYPE public.c IS NULL;

-- refused by the server while a column of a table has the type public.c
ALTER TYPE public.c ALTER ATTRIBUTE a TYPE integer;
COMMENT ON COLUMN public.c.a IS NULL;

ALTER TYPE public.c ADD ATTRIBUTE b text;
