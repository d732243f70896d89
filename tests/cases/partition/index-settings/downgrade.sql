-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.i is dropped here and created again
DROP INDEX public.i;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: primary key public.t.k is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT k;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of p_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);

-- lock: SHARE on public.p (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX p_a_idx ON public.p USING btree (a);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- hazard add-key: the index of q_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.q ADD CONSTRAINT q_pkey PRIMARY KEY (id);

-- lock: SHARE on public.q (blocks writes)
-- hazard create-index: writes to public.q wait until the index is built
CREATE INDEX q_a_idx ON public.q USING btree (a);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.q (blocks writes)
-- hazard add-key: the index of k is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT k PRIMARY KEY (id);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.q (blocks writes)
-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE INDEX i ON public.t USING btree (a);
