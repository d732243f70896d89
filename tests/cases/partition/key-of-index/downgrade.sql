-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.t_1 are not in public.t any more, until it is attached again
ALTER TABLE public.t DETACH PARTITION public.t_1;

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
ALTER TABLE public.u DROP CONSTRAINT u_pkey;

-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
-- hazard add-key: the index of u_1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.u_1 ADD CONSTRAINT u_1_pkey PRIMARY KEY (foo, id);

-- lock: SHARE on public.u (blocks writes)
-- lock: SHARE on public.u_1 (blocks writes)
-- hazard create-index: writes to public.u wait until the index is built
CREATE UNIQUE INDEX u_pkey ON public.u USING btree (foo, id);

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
ALTER TABLE public.t_1
    DROP CONSTRAINT t_1_pkey,
    ALTER COLUMN id DROP NOT NULL,
    ALTER COLUMN foo DROP NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.some_idx;

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- hazard attach-partition: public.t_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.t_1 FOR VALUES IN ('1');
