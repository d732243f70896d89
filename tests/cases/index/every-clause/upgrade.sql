-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE UNIQUE INDEX i1 ON public.t USING btree (a DESC NULLS LAST, lower(b) COLLATE "C" text_pattern_ops) INCLUDE (c) NULLS NOT DISTINCT WITH (fillfactor='70') WHERE (a > 0);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i2 ON public.t USING gin (c jsonb_path_ops);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i3 ON public.t USING btree ((a + 1), (b || 'x'::text));
ALTER INDEX public.i3 ALTER COLUMN 1 SET STATISTICS 500;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i4 ON public.t USING brin (a) WITH (pages_per_range='16');
COMMENT ON INDEX public.i4 IS 'four';
