-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard type-rewrite: public.a is written anew, with its indexes
ALTER TABLE public.a ALTER COLUMN id TYPE bigint;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard type-rewrite: public.b is written anew, with its indexes
ALTER TABLE public.b ALTER COLUMN a_id TYPE bigint;
