-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.three (blocks reads and writes)
-- hazard detach-partition: the rows of public.same are not in public.three any more, until it is attached again
ALTER TABLE public.three DETACH PARTITION public.same;

-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- hazard rebuild: exclusion public.same.same_a_r_excl is dropped here and created again
ALTER TABLE public.same DROP CONSTRAINT same_a_r_excl;

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.two (blocks reads and writes)
-- hazard detach-partition: the rows of public.moves are not in public.two any more, until it is attached again
ALTER TABLE public.two DETACH PARTITION public.moves;

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- hazard rebuild: exclusion public.moves.moves_a_r_excl is dropped here and created again
ALTER TABLE public.moves DROP CONSTRAINT moves_a_r_excl;

CREATE TABLE public.dropped (
    a integer,
    r int4range
);

ALTER TABLE ONLY public.one ATTACH PARTITION public.dropped FOR VALUES IN (3);

ALTER INDEX public.was_called_a_r_excl RESET (fillfactor);
COMMENT ON CONSTRAINT was_called_a_r_excl ON public.is_called IS 'named after what the table was called';

-- lock: ACCESS EXCLUSIVE on public.moves (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.one (does not block reads or writes)
-- hazard attach-partition: public.moves is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.one ATTACH PARTITION public.moves FOR VALUES IN (1);

-- lock: ACCESS EXCLUSIVE on public.same (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.one (does not block reads or writes)
-- hazard attach-partition: public.same is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.one ATTACH PARTITION public.same FOR VALUES IN (2);
