-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t1 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t2 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t22 (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- lock: and on 1 more
-- hazard rebuild: foreign key public.t.whole is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT whole;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t3 (blocks reads and writes)
-- hazard detach-partition: the rows of public.t3 are not in public.t any more
ALTER TABLE public.t DETACH PARTITION public.t3;

-- lock: SHARE ROW EXCLUSIVE on public.a (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t1 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t2 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t22 (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t4 (blocks writes)
-- hazard add-foreign-key: public.t and public.a are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT whole FOREIGN KEY (id) REFERENCES public.a(id);

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t4 (blocks reads and writes)
-- locks public.t too, for a moment; locks public.a too, for a moment
-- hazard drop-table: the rows of public.t4 are lost
DROP TABLE public.t4;
