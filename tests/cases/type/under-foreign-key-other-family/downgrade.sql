-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- locks public.a too
-- hazard rebuild: foreign key public.b.b_a_id_fkey is dropped here and created again because of column public.a.id
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- lock: ACCESS EXCLUSIVE on public.a (blocks reads and writes)
-- hazard type-rewrite: public.a is written anew, with its indexes
-- hazard type-narrows: values of public.a.id that do not fit integer make it fail, or are changed
ALTER TABLE public.a ALTER COLUMN id TYPE integer USING id::integer;

-- lock: ACCESS EXCLUSIVE on public.b (blocks reads and writes)
-- hazard type-rewrite: public.b is written anew, with its indexes
-- hazard type-narrows: values of public.b.a_id that do not fit integer make it fail, or are changed
ALTER TABLE public.b ALTER COLUMN a_id TYPE integer USING a_id::integer;

-- lock: SHARE ROW EXCLUSIVE on public.b (blocks writes)
-- locks public.a too
-- hazard add-foreign-key: public.b and public.a are locked against writes while the rows are checked
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
