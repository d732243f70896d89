ALTER DOMAIN public.d DROP CONSTRAINT d_check;

ALTER DOMAIN public.d SET DEFAULT 2;
-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.d is scanned; a NULL makes it fail
ALTER DOMAIN public.d SET NOT NULL;
COMMENT ON DOMAIN public.d IS 'a d';

-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.d is locked and scanned
ALTER DOMAIN public.d ADD CONSTRAINT small CHECK (VALUE < 100);
