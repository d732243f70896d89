-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.half: removing partition "half" violates foreign key constraint "whole_above_above_part_fkey"; Key (above, above_part)=(0, 10) is still referenced from table "whole". (ALTER TABLE public.whole DETACH PARTITION public.half)

-- lock: ACCESS EXCLUSIVE on public.eighth (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.half (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard detach-partition: the rows of public.half are not in public.whole any more
ALTER TABLE public.whole DETACH PARTITION public.half;

-- lock: ACCESS EXCLUSIVE on public.eighth (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.half (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.whole (blocks writes)
-- hazard detach-partition: the rows of public.eighth are not in public.half any more
ALTER TABLE public.half DETACH PARTITION public.eighth;

COMMENT ON CONSTRAINT refers ON public.eighth IS 'its own';
