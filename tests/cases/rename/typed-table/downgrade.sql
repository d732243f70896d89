-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER INDEX public.k2 RENAME TO k;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER INDEX public.u2 RENAME TO u;

-- lock: ACCESS EXCLUSIVE on public.becomes (blocks reads and writes)
ALTER TABLE public.becomes NOT OF;

-- lock: ACCESS EXCLUSIVE on public.becomes (blocks reads and writes)
-- hazard add-check: public.becomes is scanned under the lock
ALTER TABLE public.becomes ADD CONSTRAINT two CHECK (a > 0);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t ADD CONSTRAINT one CHECK (a > 0);

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.t are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.t(id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT f2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT one2;

-- lock: ACCESS EXCLUSIVE on public.becomes (blocks reads and writes)
ALTER TABLE public.becomes DROP CONSTRAINT two2;
