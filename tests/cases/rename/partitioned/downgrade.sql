-- hazard rename: what still says two for one fails
ALTER SCHEMA two RENAME TO one;

ALTER INDEX one.p0_a_id2_idx RENAME TO p0_a_id_idx;

ALTER INDEX one.p0_a_id2_idx1 RENAME TO p0_a_id_idx1;

-- lock: ACCESS EXCLUSIVE on public.p9 (blocks reads and writes)
-- hazard rename: what still says public.p9 for public.p1 fails
ALTER TABLE public.p9 RENAME TO p1;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p1 RENAME CONSTRAINT p9_pkey TO p1_pkey;

ALTER INDEX public.p9_a_id2_idx RENAME TO p1_a_id_idx;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on two.p0 (blocks reads and writes)
-- hazard rename: what still says id2 for public.t.id fails
ALTER TABLE public.t RENAME COLUMN id2 TO id;

-- lock: ACCESS EXCLUSIVE on public.up (blocks reads and writes)
-- hazard rename: what still says x2 for public.up.x fails
ALTER TABLE public.up RENAME COLUMN x2 TO x;
