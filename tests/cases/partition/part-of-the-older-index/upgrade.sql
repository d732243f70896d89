-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.i30 is dropped here and created again
DROP INDEX public.i30;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.i19;

-- lock: SHARE on public.p (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX p_id_k_idx ON public.p USING brin (id, k);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i30 ON public.t USING brin (id, k);
