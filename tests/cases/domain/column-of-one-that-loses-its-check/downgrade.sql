-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.over_rows is dropped here and created again because of domain public.inner_one
DROP INDEX public.over_rows;

-- lock: SHARE on public.t (blocks writes)
-- hazard set-not-null: every table with a column of public.inner_one is scanned; a NULL makes it fail
ALTER DOMAIN public.inner_one SET NOT NULL;

-- lock: SHARE on public.t (blocks writes)
-- hazard add-domain-check: every table with a column of public.looser is locked and scanned
ALTER DOMAIN public.looser ADD CONSTRAINT small CHECK ((VALUE)::integer < 10);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX over_rows ON public.t USING btree (id) WHERE (NULL::public.t IS NULL);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-column: the values of public.t.x are lost
ALTER TABLE public.t DROP COLUMN x;
