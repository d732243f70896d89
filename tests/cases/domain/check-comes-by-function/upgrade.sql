-- hazard rebuild: check public.d.k is dropped here and created again
ALTER DOMAIN public.d DROP CONSTRAINT k;

ALTER TYPE public.e ADD VALUE 'b';

-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.d is locked and scanned
ALTER DOMAIN public.d ADD CONSTRAINT k CHECK (public.ok(VALUE));
