CREATE TABLE public.p (
    id integer NOT NULL,
    k integer,
    CONSTRAINT p_pkey PRIMARY KEY (id)
)
PARTITION BY LIST (id);

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
ALTER TABLE public.n DROP CONSTRAINT fk;

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.n any more, until it is attached again
ALTER TABLE public.n DETACH PARTITION public.p1;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- locks public.p1 too, against reads and writes
-- hazard attach-partition: public.p1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1, 2, 3);

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
-- scans public.p1
ALTER TABLE public.p ADD CONSTRAINT fk FOREIGN KEY (k) REFERENCES public.p(id);

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
ALTER TABLE public.p ADD CONSTRAINT fk_gone FOREIGN KEY (id) REFERENCES public.p(id);

-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.x (blocks writes)
-- hazard add-foreign-key: public.x and public.p are locked against writes while the rows are checked
ALTER TABLE public.x ADD CONSTRAINT x_fk FOREIGN KEY (k) REFERENCES public.p(id);

-- lock: ACCESS EXCLUSIVE on public.n (blocks reads and writes)
-- hazard drop-table: the rows of public.n are lost
DROP TABLE public.n;
