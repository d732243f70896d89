-- lock: ACCESS EXCLUSIVE on public.base (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.keeps (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.loses (blocks reads and writes)
-- hazard add-check: public.base is scanned under the lock
ALTER TABLE public.base
    ADD COLUMN e integer,
    ADD COLUMN f integer,
    ADD CONSTRAINT e_pos CHECK (e > 0),
    ADD CONSTRAINT f_pos CHECK (f > 0);
