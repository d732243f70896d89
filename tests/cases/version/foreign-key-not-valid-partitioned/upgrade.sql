-- lock: SHARE UPDATE EXCLUSIVE on public.p (does not block reads or writes)
ALTER TABLE public.p VALIDATE CONSTRAINT becomes_valid;

-- lock: SHARE ROW EXCLUSIVE on public.p (blocks writes)
-- lock: SHARE ROW EXCLUSIVE on public.r (blocks writes)
ALTER TABLE public.p ADD CONSTRAINT fresh FOREIGN KEY (b) REFERENCES public.r(a) NOT VALID;

-- lock: ACCESS EXCLUSIVE on public.p (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.r (blocks reads and writes)
ALTER TABLE public.p DROP CONSTRAINT gone;
