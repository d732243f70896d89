-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- hazard rebuild: foreign key public.t3.own is dropped here and created again
ALTER TABLE public.t3 DROP CONSTRAINT own;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t22 (blocks reads and writes)
-- hazard rebuild: foreign key public.t22.own is dropped here and created again
ALTER TABLE public.t22 DROP CONSTRAINT own;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- hazard rebuild: foreign key public.t1.own is dropped here and created again
ALTER TABLE public.t1 DROP CONSTRAINT own;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t22 (blocks reads and writes)
-- hazard rebuild: foreign key public.t.whole is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT whole;

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t22 (blocks writes)
-- hazard add-foreign-key: public.t and public.a are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT whole FOREIGN KEY (k) REFERENCES public.a(id);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t1 (blocks writes)
-- hazard add-foreign-key: public.t1 and public.a are locked against writes while the rows are checked
ALTER TABLE public.t1 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES public.a(id);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t22 (blocks writes)
-- hazard add-foreign-key: public.t22 and public.a are locked against writes while the rows are checked
ALTER TABLE public.t22 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES public.a(id);

-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE UPDATE EXCLUSIVE on public.t (does not block reads or writes)
-- hazard attach-partition: public.t3 is scanned for rows that do not belong to it, and the default partition for those that do
ALTER TABLE ONLY public.t ATTACH PARTITION public.t3 FOR VALUES IN (3);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t3 (blocks writes)
-- hazard add-foreign-key: public.t3 and public.a are locked against writes while the rows are checked
ALTER TABLE public.t3 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES public.a(id);

CREATE TABLE public.t4 (
    id integer NOT NULL,
    k integer
);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
ALTER TABLE ONLY public.t ATTACH PARTITION public.t4 FOR VALUES IN (4);

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
ALTER TABLE public.t4 ADD CONSTRAINT own FOREIGN KEY (k) REFERENCES public.a(id);
