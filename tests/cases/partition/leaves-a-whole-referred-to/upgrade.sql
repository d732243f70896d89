CREATE TABLE public.n (
    id integer NOT NULL,
    k integer,
    CONSTRAINT n_pkey PRIMARY KEY (id)
)
PARTITION BY LIST (id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.x (blocks reads and writes)
ALTER TABLE public.x DROP CONSTRAINT x_fk;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT fk_gone;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT fk;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more, until it is attached again
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- locks public.p1 too, against reads and writes
-- hazard attach-partition: public.p1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.n ATTACH PARTITION public.p1 FOR VALUES IN (1, 2, 3);

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
-- scans public.p1
ALTER TABLE public.n ADD CONSTRAINT fk FOREIGN KEY (k) REFERENCES public.n(id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard drop-table: the rows of public.p are lost
DROP TABLE public.p;
