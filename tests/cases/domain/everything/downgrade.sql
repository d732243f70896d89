ALTER DOMAIN public.d DROP CONSTRAINT small;

ALTER DOMAIN public.d SET DEFAULT 1;
ALTER DOMAIN public.d DROP NOT NULL;
COMMENT ON DOMAIN public.d IS NULL;

-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.d is locked and scanned
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (VALUE > 0);
