-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard type-rewrite: public.a is written anew, with its indexes
-- hazard type-narrows: values of public.a.id that do not fit integer make it fail, or are changed
ALTER TABLE public.a ALTER COLUMN id TYPE integer;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard type-rewrite: public.b is written anew, with its indexes
-- hazard type-narrows: values of public.b.a_id that do not fit integer make it fail, or are changed
ALTER TABLE public.b ALTER COLUMN a_id TYPE integer;
