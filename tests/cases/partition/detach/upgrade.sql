-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- hazard detach-partition: the rows of public.events_1 are not in public.events any more
ALTER TABLE public.events DETACH PARTITION public.events_1;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.events_1 DROP CONSTRAINT events_r_fkey;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.events_1, and all others wait behind it
DROP INDEX public.events_1_kind_idx;

-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
ALTER TABLE public.events_1
    DROP CONSTRAINT events_1_pkey,
    DROP CONSTRAINT positive;
