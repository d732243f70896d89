-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.t_1 are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.t_1;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.u, and all others wait behind it
DROP INDEX public.u_whole;

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t_1, and all others wait behind it
DROP INDEX public.t_1_foo_id_idx;
