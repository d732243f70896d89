-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('b', 'a');

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;

DROP TYPE public.e_old;
