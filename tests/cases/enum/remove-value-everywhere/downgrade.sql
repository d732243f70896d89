-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard rebuild: check public.t.c is dropped here and created again
ALTER TABLE public.t DROP CONSTRAINT c;

-- kedge:autocommit
ALTER TYPE public.e ADD VALUE 'c';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t ADD CONSTRAINT c CHECK (x <> 'c'::public.e);
