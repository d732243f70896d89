-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard rebuild: unique public.p.p_id_key is dropped here and created again
ALTER TABLE public.p DROP CONSTRAINT p_id_key;

CREATE TABLE public.p2 (
    id integer NOT NULL,
    k integer,
    CONSTRAINT p2_pkey PRIMARY KEY (id)
);
ALTER TABLE public.p2 ADD CONSTRAINT p2_id_key UNIQUE (id) WITH (fillfactor='60');

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.p1 (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p2 FOR VALUES FROM (1) TO (3);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard drop-table: the rows of public.p1 are lost
DROP TABLE public.p1;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- hazard add-key: the index of p_id_key is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_id_key UNIQUE (id) WITH (fillfactor='60');
