-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.part: removing partition "part" violates foreign key constraint "whole_above_fkey"; Key (above)=(0) is still referenced from table "whole". (ALTER TABLE public.whole DETACH PARTITION public.part)

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
-- hazard detach-partition: the rows of public.part are not in public.whole any more
ALTER TABLE public.whole DETACH PARTITION public.part;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.whole (blocks reads and writes)
ALTER TABLE public.part DROP CONSTRAINT refers;

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
ALTER TABLE public.part DROP CONSTRAINT part_pkey;
