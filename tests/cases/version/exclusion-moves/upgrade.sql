-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.moves: could not create exclusion constraint "moves_a_r_excl"; Key (a, r)=(1, [1,2)) conflicts with key (a, r)=(1, [2,3)). (ALTER TABLE ONLY public.two ATTACH PARTITION public.moves FO ...)

-- lock: ACCESS EXCLUSIVE on public.one (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- hazard detach-partition: the rows of public.same are not in public.one any more, until it is attached again
ALTER TABLE public.one DETACH PARTITION public.same;

-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- hazard rebuild: exclusion public.same.same_a_r_excl is dropped here and created again
ALTER TABLE public.same DROP CONSTRAINT same_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.one (blocks reads and writes)
-- hazard detach-partition: the rows of public.moves are not in public.one any more, until it is attached again
ALTER TABLE public.one DETACH PARTITION public.moves;

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- hazard rebuild: exclusion public.moves.moves_a_r_excl is dropped here and created again
ALTER TABLE public.moves DROP CONSTRAINT moves_a_r_excl;

ALTER INDEX public.was_called_a_r_excl SET (fillfactor='60');
COMMENT ON CONSTRAINT was_called_a_r_excl ON public.is_called IS 'after';

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.two (does not block reads or writes)
-- hazard attach-partition: public.moves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.two ATTACH PARTITION public.moves FOR VALUES IN (5);

-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.three (does not block reads or writes)
-- hazard attach-partition: public.same is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.three ATTACH PARTITION public.same FOR VALUES IN (2);

-- lock: ACCESS EXCLUSIVE on public.dropped (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.one (blocks reads and writes)
-- hazard drop-table: the rows of public.dropped are lost
DROP TABLE public.dropped;
