-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard rebuild: foreign key public.p.fk2 is dropped here and created again because of unique public.p.p_id_key
ALTER TABLE public.p DROP CONSTRAINT fk2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard rebuild: foreign key public.p.fk is dropped here and created again because of unique public.p.p_id_key
ALTER TABLE public.p DROP CONSTRAINT fk;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard rebuild: unique public.p.p_id_key is dropped here and created again
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

CREATE TABLE public.p1 (
    id integer NOT NULL,
    k integer,
    CONSTRAINT p1_pkey PRIMARY KEY (id)
)
PARTITION BY HASH (id);
ALTER TABLE public.p1 ADD CONSTRAINT p1_id_key UNIQUE (id);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p2 (blocks reads and writes)
-- hazard drop-table: the rows of public.p2 are lost
DROP TABLE public.p2;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of p_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE (id);

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- hazard add-foreign-key: public.p and public.p are locked against writes while the rows are checked
ALTER TABLE public.p ADD CONSTRAINT fk FOREIGN KEY (k) REFERENCES public.p(id);

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- hazard add-foreign-key: public.p and public.p are locked against writes while the rows are checked
ALTER TABLE public.p ADD CONSTRAINT fk2 FOREIGN KEY (id) REFERENCES public.p(id);

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (3);
