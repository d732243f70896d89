-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.u_1, and all others wait behind it
-- hazard rebuild: index public.u_1.u_own is dropped here and created again
DROP INDEX public.u_own;

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t_1, and all others wait behind it
-- hazard rebuild: index public.t_1.own is dropped here and created again
DROP INDEX public.own;

-- lock: SHARE on public.t_1 (blocks writes)
-- hazard create-index: writes to public.t_1 wait until the index is built
CREATE INDEX t_1_foo_id_idx ON public.t_1 USING btree (foo, id);

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- hazard attach-partition: public.t_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');

-- lock: SHARE on public.t_1 (blocks writes)
-- hazard create-index: writes to public.t_1 wait until the index is built
CREATE INDEX own ON public.t_1 USING btree (foo, id);

-- lock: SHARE on public.u_1 (blocks writes)
-- hazard create-index: writes to public.u_1 wait until the index is built
CREATE INDEX u_1_foo_id_idx ON public.u_1 USING btree (foo, id);

-- lock: SHARE on public.u (blocks writes)
-- lock: SHARE on public.u_1 (blocks writes)
-- hazard create-index: writes to public.u wait until the index is built
CREATE INDEX u_whole ON public.u USING btree (foo, id);

-- lock: SHARE on public.u_1 (blocks writes)
-- hazard create-index: writes to public.u_1 wait until the index is built
CREATE INDEX u_own ON public.u_1 USING btree (foo, id);
