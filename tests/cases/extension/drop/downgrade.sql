CREATE EXTENSION citext WITH SCHEMA public VERSION '1.6';

-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)
-- hazard type-rewrite: public.t is written anew, with its indexes
-- hazard type-narrows: values of public.t.a that do not fit public.citext make it fail, or are changed
ALTER TABLE public.t ALTER COLUMN a TYPE public.citext USING a::public.citext;
