CREATE TABLE public.p1 (
    a integer NOT NULL,
    b text,
    CONSTRAINT p1_pkey PRIMARY KEY (a)
);

-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q2 (blocks reads and writes)
-- hazard drop-table: the rows of public.q2 are lost
DROP TABLE public.q2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.q (blocks reads and writes)
ALTER TABLE public.q DROP CONSTRAINT q_a_fkey;

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p3 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p3;

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
ALTER TABLE public.f DROP CONSTRAINT f_y_fkey;

-- lock: ACCESS EXCLUSIVE on public.p3 (blocks reads and writes)
-- locks public.p too, for a moment
-- hazard drop-table: the rows of public.p3 are lost
DROP TABLE public.p3;

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- hazard drop-column: the values of public.f.y are lost
ALTER TABLE public.f DROP COLUMN y;
