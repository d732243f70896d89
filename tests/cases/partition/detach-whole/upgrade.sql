-- lock: ACCESS EXCLUSIVE on public.events (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.events_1 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- hazard detach-partition: the rows of public.events_1 are not in public.events any more
ALTER TABLE public.events DETACH PARTITION public.events_1;
