-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER INDEX public.k RENAME TO k2;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER INDEX public.u RENAME TO u2;

-- lock: ACCESS EXCLUSIVE on public.becomes (blocks reads and writes)
-- hazard add-check: public.becomes is scanned under the lock
ALTER TABLE public.becomes
    OF public.c,
    ADD CONSTRAINT two2 CHECK (a > 0);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t ADD CONSTRAINT one2 CHECK (a > 0);

-- lock: SHARE ROW EXCLUSIVE on public.t (blocks writes)
-- hazard add-foreign-key: public.t and public.t are locked against writes while the rows are checked
ALTER TABLE public.t ADD CONSTRAINT f2 FOREIGN KEY (a) REFERENCES public.t(id);

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT f;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
ALTER TABLE public.t DROP CONSTRAINT one;

-- lock: ACCESS EXCLUSIVE on public.becomes (blocks reads and writes)
ALTER TABLE public.becomes DROP CONSTRAINT two;
