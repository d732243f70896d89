-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard drop-index: waits for every query on public.t, and all others wait behind it
DROP INDEX public.u;

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard add-key: the index of u is built under the lock; duplicates make it fail
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (a);
