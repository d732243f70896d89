-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT key1;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t RENAME CONSTRAINT key2 TO key1;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t ALTER COLUMN k DROP NOT NULL;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE UNIQUE INDEX key2 ON public.t USING btree (k);
