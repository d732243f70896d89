-- lock: ACCESS EXCLUSIVE on public.v (blocks reads and writes)
-- hazard rebuild: view public.v is dropped here and created again because of column public.t.g
DROP VIEW public.v;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.t_g_idx is dropped here and created again because of column public.t.g
DROP INDEX public.t_g_idx;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: column public.t.g is dropped here and created again
-- hazard add-generated-column: public.t is written anew to compute public.t.g
ALTER TABLE public.t
    DROP COLUMN g,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 2) STORED;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX t_g_idx ON public.t USING btree (g);

CREATE VIEW public.v AS
SELECT t.g
   FROM public.t;
