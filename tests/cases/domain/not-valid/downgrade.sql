-- hazard rebuild: check public.d.positive is dropped here and created again
ALTER DOMAIN public.d DROP CONSTRAINT positive;

ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;

-- lock: SHARE on public.t (blocks writes)
ALTER DOMAIN public.f VALIDATE CONSTRAINT small;

DROP DOMAIN public.g;

ALTER DOMAIN public.e DROP CONSTRAINT lower;
