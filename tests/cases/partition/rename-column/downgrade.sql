-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard rename: what still says amount for public.events.n fails
ALTER TABLE public.events RENAME COLUMN amount TO n;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events RENAME CONSTRAINT d TO c;

ALTER INDEX public.events_1_amount_idx RENAME TO events_1_n_idx;

ALTER INDEX public.events_2_amount_idx RENAME TO events_2_n_idx;
