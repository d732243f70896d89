ALTER INDEX public.x2 RENAME TO x;

ALTER INDEX public.renamed RENAME TO p1_a_idx;

ALTER INDEX public.other RENAME TO p1_b_idx;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p1, and all others wait behind it
DROP INDEX public.twice;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.alone;
