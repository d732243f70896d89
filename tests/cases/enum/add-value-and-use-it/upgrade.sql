-- kedge:autocommit
ALTER TYPE public.e ADD VALUE 'b';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-check: public.t is scanned under the lock
ALTER TABLE public.t
    ALTER COLUMN x SET DEFAULT 'b'::public.e,
    ADD CONSTRAINT c CHECK ((x <> 'a'::public.e) OR (x IS NULL));
