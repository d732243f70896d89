-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.p1: removing partition "p1" violates foreign key constraint "f_x_fkey1"; Key (x)=(0) is still referenced from table "f". (ALTER TABLE public.p DETACH PARTITION public.p1)

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
ALTER TABLE public.f ADD COLUMN y integer;

CREATE TABLE public.p3 (
    a integer NOT NULL,
    b text,
    CONSTRAINT p3_pkey PRIMARY KEY (a)
);

CREATE TABLE public.q2 (
    a integer
);

ALTER TABLE ONLY public.q ATTACH PARTITION public.q2 FOR VALUES IN (2);

-- lock: ACCESS EXCLUSIVE on public.f (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- hazard detach-partition: the rows of public.p1 are not in public.p any more
ALTER TABLE public.p DETACH PARTITION public.p1;

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
ALTER TABLE ONLY public.p ATTACH PARTITION public.p3 FOR VALUES FROM (20) TO (30);

-- lock: SHARE ROW EXCLUSIVE on public.f (blocks writes)
-- hazard add-foreign-key: public.f and public.p3 are locked against writes while the rows are checked
ALTER TABLE public.f ADD CONSTRAINT f_y_fkey FOREIGN KEY (y) REFERENCES public.p3(a);

-- lock: ACCESS EXCLUSIVE on public.p1 (blocks reads and writes)
-- locks public.p too, for a moment
-- hazard drop-table: the rows of public.p1 are lost
DROP TABLE public.p1;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.q (blocks writes)
-- hazard add-foreign-key: public.q and public.p are locked against writes while the rows are checked
ALTER TABLE public.q ADD CONSTRAINT q_a_fkey FOREIGN KEY (a) REFERENCES public.p(a) ON DELETE CASCADE;
