ALTER TYPE public.e ADD VALUE 'b' AFTER 'a';

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.c (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.y (blocks reads and writes)
-- lock: ACCESS EXCLUSIVE on public.z (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.n that do not fit integer make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN n TYPE integer;
