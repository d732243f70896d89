-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.loses_i is dropped here and created again
DROP INDEX public.loses_i;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
-- hazard rebuild: index public.t.gets_i is dropped here and created again
DROP INDEX public.gets_i;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: unique public.t.loses is dropped here and created again
-- hazard rebuild: unique public.t.gets is dropped here and created again
ALTER TABLE public.t
    DROP CONSTRAINT loses,
    DROP CONSTRAINT gets;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rebuild: unique public.p.p_a_b_key is dropped here and created again
ALTER TABLE public.p DROP CONSTRAINT p_a_b_key;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard add-key: the index of p1_a_b_key is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_a_b_key UNIQUE (a, b);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of p_a_b_key is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_a_b_key UNIQUE (a, b);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- the index is there already
ALTER TABLE public.t ADD CONSTRAINT becomes_key UNIQUE USING INDEX becomes_key;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of fresh is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT fresh UNIQUE NULLS NOT DISTINCT (c, a);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of gets is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT gets UNIQUE NULLS NOT DISTINCT (a);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of loses is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT loses UNIQUE (b);

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE UNIQUE INDEX gets_i ON public.t USING btree (a, b) NULLS NOT DISTINCT;

-- lock: SHARE on public.t (blocks writes)
-- hazard create-index: writes to public.t wait until the index is built
CREATE UNIQUE INDEX loses_i ON public.t USING btree (b, a);
