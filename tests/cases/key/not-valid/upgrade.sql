-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b ADD CONSTRAINT c CHECK (y > 0) NOT VALID;

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
ALTER TABLE public.b ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES public.a(x) NOT VALID;
