-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.u_1 are not in public.u any more, until it is attached again
ALTER TABLE public.u DETACH PARTITION public.u_1;

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard set-not-null: public.t_1 is scanned; a NULL in public.t_1.id makes it fail
-- hazard set-not-null: public.t_1 is scanned; a NULL in public.t_1.foo makes it fail
ALTER TABLE public.t_1
    ALTER COLUMN id SET NOT NULL,
    ALTER COLUMN foo SET NOT NULL;

-- lock: ACCESS EXCLUSIVE on public.t_1 (blocks reads and writes)
-- hazard add-key: the index of t_1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.t_1 ADD CONSTRAINT t_1_pkey PRIMARY KEY (foo, id);

-- lock: SHARE on public.t (blocks writes)
-- lock: SHARE on public.t_1 (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE UNIQUE INDEX some_idx ON public.t USING btree (foo, id);

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- hazard drop-index: waits for every query on public.u, and all others wait behind it
DROP INDEX public.u_pkey;

-- lock: ACCESS EXCLUSIVE on public.u_1 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.u (does not block reads or writes)
-- hazard attach-partition: public.u_1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.u ATTACH PARTITION public.u_1 FOR VALUES IN ('1');

-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)
-- lock: SHARE on public.u_1 (blocks writes)
-- hazard add-key: the index of u_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (foo, id);
