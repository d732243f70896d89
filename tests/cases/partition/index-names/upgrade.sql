ALTER INDEX public.x RENAME TO x2;

ALTER INDEX public.p1_b_idx RENAME TO other;

ALTER INDEX public.p1_a_idx RENAME TO renamed;

-- lock: SHARE on public.p (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX alone ON ONLY public.p USING btree (a, b);

-- lock: SHARE on public.p1 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX twice ON public.p1 USING btree (a);
