-- hazard rebuild: check public.d.positive is dropped here and created again
ALTER DOMAIN public.d DROP CONSTRAINT positive;

ALTER DOMAIN public.changes SET DEFAULT ('{2}'::public.d[])::text;

ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;

CREATE DOMAIN public.goes AS public.d[] DEFAULT '{3}'::public.d[];

DROP DOMAIN public.comes;
