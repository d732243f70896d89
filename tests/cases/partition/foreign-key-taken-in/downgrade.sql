-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.s (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.s_part (blocks writes)
-- hazard add-foreign-key: public.s and public.r are locked against writes while the rows are checked
ALTER TABLE public.s ADD CONSTRAINT whole FOREIGN KEY (id) REFERENCES public.r(id);

-- lock: ACCESS EXCLUSIVE on public.part (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT fk34;

-- lock: SHARE ROW EXCLUSIVE on public.part (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- hazard add-foreign-key: public.part and public.r are locked against writes while the rows are checked
ALTER TABLE public.part ADD CONSTRAINT fk29 FOREIGN KEY (id) REFERENCES public.r(id) ON DELETE SET DEFAULT;
