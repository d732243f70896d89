-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
-- hazard rebuild: foreign key public.p.becomes_valid is dropped here and created again
ALTER TABLE public.p DROP CONSTRAINT becomes_valid;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
ALTER TABLE public.p ADD CONSTRAINT becomes_valid FOREIGN KEY (a) REFERENCES public.r(a) NOT VALID;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
ALTER TABLE public.p ADD CONSTRAINT gone FOREIGN KEY (b) REFERENCES public.r(b) NOT VALID;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT fresh;
