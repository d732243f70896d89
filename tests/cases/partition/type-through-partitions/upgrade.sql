-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b ALTER COLUMN e DROP DEFAULT;

-- hazard enum-rebuild: every column of type public.e is written anew; rows with a label that goes make it fail
ALTER TYPE public.e RENAME TO e_old;
CREATE TYPE public.e AS ENUM ('a', 'c');

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN e TYPE public.e USING e::text::public.e;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
ALTER TABLE public.b ALTER COLUMN e SET DEFAULT 'a'::public.e;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

DROP TYPE public.e_old;
