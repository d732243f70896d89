-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.p1.g
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
-- hazard rebuild: index public.p.i is dropped here and created again because of column public.p.g
DROP INDEX public.i;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rebuild: column public.p.g is dropped here and created again
-- hazard add-generated-column: public.p is written anew to compute public.p.g
ALTER TABLE public.p
    DROP COLUMN g,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 2) STORED;

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_g_idx ON public.p1 USING btree (g);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX i ON public.p USING btree (g);

CREATE VIEW public.v AS
SELECT p1.g
   FROM public.p1;
