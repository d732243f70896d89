-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p13 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more, until it is attached again
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p13 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p13 (blocks reads and writes)
ALTER TABLE public.p
    ALTER COLUMN c TYPE text,
    ALTER COLUMN c DROP NOT NULL;

-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p11 wait until the index is built
CREATE INDEX p11_c_idx ON public.p11 USING btree (c);

CREATE TABLE public.p12 (
    a integer,
    b integer,
    c text
);

CREATE INDEX p12_c_idx ON public.p12 USING btree (c);

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p13 (blocks reads and writes)
-- hazard drop-table: the rows of public.p13 are lost
DROP TABLE public.p13;

-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_c_idx ON public.p1 USING btree (c);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX i ON public.p USING btree (c);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.j;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard drop-column: the values of public.p.d are lost
ALTER TABLE public.p
    DROP CONSTRAINT p_pkey,
    ALTER COLUMN a DROP NOT NULL,
    ALTER COLUMN b DROP NOT NULL,
    DROP COLUMN d;

ALTER TABLE ONLY public.p1 ATTACH PARTITION public.p12 FOR VALUES IN (2);
