-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: SHARE ROW EXCLUSIVE on public.part (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.r are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT fk34 FOREIGN KEY (id) REFERENCES public.r(id) ON DELETE SET DEFAULT;

-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.s_part (blocks reads and writes)
ALTER TABLE public.s DROP CONSTRAINT whole;

-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.s_part (blocks writes)
-- hazard add-foreign-key: public.s_part and public.r are locked against writes while the rows are checked
ALTER TABLE public.s_part ADD CONSTRAINT own FOREIGN KEY (id) REFERENCES public.r(id);
