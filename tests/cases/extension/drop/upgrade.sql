-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- hazard drop-extension: the objects of extension citext go, and the data in them
DROP EXTENSION citext;
