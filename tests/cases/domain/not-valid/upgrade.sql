-- hazard rebuild: check public.f.small is dropped here and created again
ALTER DOMAIN public.f DROP CONSTRAINT small;

-- lock: SHARE on public.t (blocks writes)
ALTER DOMAIN public.d VALIDATE CONSTRAINT positive;

ALTER DOMAIN public.e ADD CONSTRAINT lower CHECK (VALUE = lower(VALUE)) NOT VALID;

ALTER DOMAIN public.f ADD CONSTRAINT small CHECK (VALUE < 100) NOT VALID;

CREATE DOMAIN public.g AS integer;

ALTER DOMAIN public.g ADD CONSTRAINT big CHECK (VALUE > 100) NOT VALID;
