-- hazard rename: what still says one for two fails
ALTER SCHEMA one RENAME TO two;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rename: what still says public.p1 for public.p9 fails
ALTER TABLE public.p1 RENAME TO p9;

-- lock: ACCESS EXCLUSIVE on public.p9 (blocks reads and writes)
ALTER TABLE public.p9 RENAME CONSTRAINT p1_pkey TO p9_pkey;

ALTER INDEX public.p1_a_id_idx RENAME TO p9_a_id2_idx;

-- lock: ACCESS EXCLUSIVE on one.p0 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p9 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rename: what still says id for public.t.id2 fails
ALTER TABLE public.t RENAME COLUMN id TO id2;

-- lock: ACCESS EXCLUSIVE on public.up (blocks reads and writes)
-- hazard rename: what still says x for public.up.x2 fails
ALTER TABLE public.up RENAME COLUMN x TO x2;

ALTER INDEX two.p0_a_id_idx RENAME TO p0_a_id2_idx;

ALTER INDEX two.p0_a_id_idx1 RENAME TO p0_a_id2_idx1;
