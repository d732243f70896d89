-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
-- hazard rename: what still says n for public.events.amount fails
ALTER TABLE public.events RENAME COLUMN n TO amount;

-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_2 (blocks reads and writes)
ALTER TABLE public.events RENAME CONSTRAINT c TO d;

ALTER INDEX public.events_1_n_idx RENAME TO events_1_amount_idx;

ALTER INDEX public.events_2_n_idx RENAME TO events_2_amount_idx;
