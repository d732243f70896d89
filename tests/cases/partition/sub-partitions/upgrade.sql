-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p12 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more, until it is attached again
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p12 (blocks reads and writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
-- hazard attach-partition: public.p1 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (20);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p12 (blocks reads and writes)
-- hazard set-not-null: public.p is scanned; a NULL in public.p.a makes it fail
-- hazard set-not-null: public.p is scanned; a NULL in public.p.b makes it fail
ALTER TABLE public.p
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN b SET NOT NULL,
    ADD COLUMN d text;

-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
ALTER TABLE public.p11 ALTER COLUMN d SET DEFAULT 'x'::text;

-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard add-key: the index of p11_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p11 ADD CONSTRAINT p11_pkey PRIMARY KEY (a, b);

-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p11 wait until the index is built
CREATE INDEX p11_d_idx ON public.p11 USING btree (d);

CREATE TABLE public.p13 (
    a integer NOT NULL,
    b integer NOT NULL,
    c character varying(50) NOT NULL,
    d text,
    CONSTRAINT p13_pkey PRIMARY KEY (a, b)
);

CREATE INDEX p13_d_idx ON public.p13 USING btree (d);

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p12 (blocks reads and writes)
-- hazard drop-table: the rows of public.p12 are lost
DROP TABLE public.p12;

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: SHARE on public.p11 (blocks writes)
-- hazard add-key: the index of p1_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY (a, b);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: SHARE on public.p1 (blocks writes)
-- hazard add-key: the index of p_pkey is built under the lock; duplicates make it fail
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a, b);

-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p1 wait until the index is built
CREATE INDEX p1_d_idx ON public.p1 USING btree (d);

-- lock: SHARE on public.p (blocks writes)
-- lock: SHARE on public.p1 (blocks writes)
-- lock: SHARE on public.p11 (blocks writes)
-- hazard create-index: writes to public.p wait until the index is built
CREATE INDEX j ON public.p USING btree (d);

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard drop-index: waits for every query on public.p, and all others wait behind it
DROP INDEX public.i;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p11 (blocks reads and writes)
-- hazard type-rewrite: public.p is written anew, with its indexes
-- hazard type-narrows: values of public.p.c that do not fit character varying(50) make it fail, or are changed
-- hazard set-not-null: public.p is scanned; a NULL in public.p.c makes it fail
ALTER TABLE public.p
    ALTER COLUMN c TYPE character varying(50),
    ALTER COLUMN c SET NOT NULL;

ALTER TABLE ONLY public.p1 ATTACH PARTITION public.p13 FOR VALUES IN (3, 2);
